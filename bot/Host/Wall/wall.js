// Keeps the page as it is now, and says so when it cannot: a screen that stands still must not be taken for a calm night.
'use strict';

(() => {
  const silence = 30_000;
  const again = 5_000;
  const page = document.body;
  const wall = document.getElementById('wall');
  const connection = document.getElementById('connection');
  const clock = document.getElementById('clock');
  const language = document.documentElement.lang;
  let ahead = Number(page.dataset.now) - Date.now();
  let heard = performance.now();
  let heardAt = Date.now() + ahead;
  let isOpen = false;

  const clockOf = zone => {
    const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    try {
      return new Intl.DateTimeFormat(language, { ...form, timeZone: zone });
    } catch {
      return new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
    }
  };
  const home = clockOf(page.dataset.zone);
  const utc = clockOf('UTC');
  const isUtc = home.resolvedOptions().timeZone === utc.resolvedOptions().timeZone;

  const fill = (sentence, time) => sentence.replace('{time}', time);

  const lengthOf = ms => {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    const two = n => String(n).padStart(2, '0');
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  };

  const put = (element, text) => {
    if (element && element.textContent !== text)
      element.textContent = text;
  };

  const tick = () => {
    const now = Date.now() + ahead;
    const isLost = !isOpen || performance.now() - heard > silence;
    page.classList.toggle('lost', isLost);
    put(connection, isLost ? fill(page.dataset.lost, home.format(heardAt)) : page.dataset.connected);
    put(clock, isUtc ? `${utc.format(now)} UTC` : `${home.format(now)} · ${utc.format(now)} UTC`);
    for (const due of wall.querySelectorAll('[data-due]')) {
      const left = Number(due.dataset.due) - now;
      due.classList.toggle('late', left < 0);
      put(due.querySelector('.count'), fill(left < 0 ? page.dataset.late : page.dataset.in, lengthOf(Math.abs(left))));
    }
    for (const since of wall.querySelectorAll('[data-since]'))
      put(since, fill(page.dataset.for, lengthOf(now - Number(since.dataset.since))));
  };

  const hear = () => {
    isOpen = true;
    heard = performance.now();
    heardAt = Date.now() + ahead;
  };

  const show = html => {
    const before = new Map([...wall.querySelectorAll('.event')].map(it => [it.id, it.querySelector('.state').textContent]));
    const scrolled = scrollY;
    wall.innerHTML = html;
    scrollTo(0, scrolled);
    for (const event of wall.querySelectorAll('.event'))
      event.classList.toggle('changed', before.get(event.id) !== event.querySelector('.state').textContent);
  };

  // The browser connects again by itself, but not after an answer that is no stream: the bot starting, too many watching, or no leave to look.
  const reconnect = async () => {
    try {
      const answer = await fetch(location.pathname, { cache: 'no-store' });
      if (answer.status === 401) {
        location.reload();
        return;
      }
    } catch {
      // Not there yet.
    }
    setTimeout(follow, again);
  };

  const follow = () => {
    const stream = new EventSource(page.dataset.stream);
    stream.addEventListener('version', said => {
      hear();
      if (said.data !== page.dataset.version)
        setTimeout(() => location.reload(), again);
    });
    stream.addEventListener('beat', said => {
      ahead = Number(said.data) - Date.now();
      hear();
      tick();
    });
    stream.addEventListener('wall', said => {
      hear();
      show(said.data);
      tick();
    });
    stream.onerror = () => {
      isOpen = false;
      tick();
      if (stream.readyState === EventSource.CLOSED)
        setTimeout(reconnect, again);
    };
  };

  follow();
  setInterval(tick, 1000);
})();
