"""What a drawn list hides behind its end, as scripts that run in its page: a button for more, or a pager of clicks.

A pager that has addresses needs none of this: its pages are walked like any others.
"""

from __future__ import annotations

COUNT_LINKS = "() => document.querySelectorAll('a[href], [onclick]').length"
PUSH_MORE = """() => {
  window.scrollTo(0, document.documentElement.scrollHeight);
  const more = /^\\W*((xem|tải|hiển thị|xem tiếp)\\s+thêm.{0,24}|(load|show|view|see)\\s+more.{0,16})\\W*$/iu;
  const buttons = [...document.querySelectorAll('button, a, [role=button]')].filter(element =>
    more.test(element.innerText || '') && element.offsetParent && !element.disabled &&
    !/^(\\w+:\\/\\/|\\/|\\?)/.test(element.getAttribute('href') || ''));
  if (buttons.length === 1) buttons[0].click();
}"""
"""Goes to the end of the page and pushes its one button for more."""

TURN_PAGE = """number => {
  const say = element => (element.innerText ?? element.textContent).trim();
  const leads = element => /^(\\w+:\\/\\/|\\/|\\?)/.test(element.getAttribute('href') || '');
  const steps = root => [...root.querySelectorAll('a, button, li, span, [role=button]')].filter(element =>
    !element.querySelector('a, button') && !leads(element));
  const numbers = steps(document).filter(element => /^\\d{1,4}$/.test(say(element)) && element.offsetParent &&
    !element.closest('[data-kept-page]'));
  const within = root => numbers.filter(other => root.contains(other));
  const row = element => {
    let around = element.parentElement;
    while (around !== document.body && within(around).length < 2) around = around.parentElement;
    return around;
  };
  const are_days = steps => steps.every(step => +say(step) <= 31);
  const is_calendar = element => {
    const around = within(row(element).parentElement ?? document.body);
    const table = element.closest('table');
    return (around.length >= 28 && are_days(around)) ||
      (table?.querySelectorAll('td').length >= 28 && are_days(within(table)));
  };
  const is_off = element => element.disabled ||
    element.closest('[disabled], .disabled, [aria-disabled=true], [data-kept-page]');
  const follows = /^(trang )?(sau|tiếp|tiếp theo|kế tiếp|next)( page)?$|^[›»>]$/i;
  const next = numbers.findLast(element => say(element) == number && !is_calendar(element) &&
    within(row(element)).some(other => say(other) == number - 1)) ??
    steps(document).findLast(element => follows.test(say(element)) && element.offsetParent && !is_off(element));
  if (!next) return false;
  const titles = root => [...root.querySelectorAll('a[href], [onclick]')].filter(link => say(link).length > 20).length;
  let list = next.parentElement;
  while (list !== document.body && titles(list) < 2) list = list.parentElement;
  let copy = list.cloneNode(true);
  steps(copy).filter(element => /^\\d{1,4}$/.test(say(element))).forEach(element => element.remove());
  for (let around = list.parentElement; around && around !== document.body; around = around.parentElement) {
    const shell = around.cloneNode(false);
    shell.removeAttribute('id');
    shell.append(copy);
    copy = shell;
  }
  copy.setAttribute('data-kept-page', number - 1);
  document.body.append(copy);
  window.keptList = [list, list.innerText, copy];
  next.click();
  return true;
}"""
"""Keeps a copy of the list, which the next page may replace, at the end of the document, and clicks on page `number`.

False where the last page was reached. Of several pagers the last one is turned, since slides stand before lists; the
numbers of a calendar are none.
"""

HAS_TURNED = "() => !window.keptList[0].isConnected || window.keptList[0].innerText !== window.keptList[1]"
TURN_BACK = "() => window.keptList[2].remove()"
"""Takes away the copy of a list that the click did not change."""

NEW_RECORDS = """() => {
  const links = [...document.querySelectorAll('a, [onclick]')].filter(link => !link.closest('[data-kept-page]'));
  const known = window.seenLinks ?? new WeakSet();
  const old = links.filter(link => known.has(link));
  const records = new Set();
  for (const link of links.filter(link => !known.has(link))) {
    let record = link;
    for (let around = link.parentElement; around && around !== document.body; around = around.parentElement) {
      if (old.some(other => around.contains(other))) break;
      record = around;
    }
    records.add(record);
  }
  window.seenLinks = new WeakSet(links);
  return [...records].map(record => record.outerHTML).join('\\n');
}"""
"""The markup of what holds the links that were not there when this was asked last: at first of the whole page."""
