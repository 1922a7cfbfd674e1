// A table that sorts by its headings and scrolls inside its box.
const sortings = new Map();

/** columns: name, of (to sort by), show (text or elements; default: what of gives), number, csv. */
function table(id, columns, rows, caption) {
  const shown = columns.filter(Boolean);
  const sorting = sortings.get(id);
  const box = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption || id });
  const fillBox = () => box.replaceChildren(h('table', { id: 'table-' + id },
    h('thead', {}, h('tr', {}, shown.map((column) => heading(id, column, () => again(column))))),
    h('tbody', {}, sorted(rows, shown, sortings.get(id)).map((row) => h('tr', { class: row.bad ? 'bad' : null }, shown.map((column) => cell(column, row)))))));
  const again = (column) => {
    const before = sortings.get(id);
    sortings.set(id, { name: column.name, down: before && before.name === column.name ? !before.down : false });
    fillBox();
    box.querySelector('[data-column="' + CSS.escape(column.name) + '"]').focus();
  };
  if (sorting && !shown.some((column) => column.name === sorting.name)) sortings.delete(id);
  fillBox();
  return rows.length ? box : h('p', { class: 'note' }, 'Nothing fits the filters.');
}

function heading(id, column, press) {
  const sorting = sortings.get(id);
  const active = sorting && sorting.name === column.name;
  const mark = active ? (sorting.down ? ' ▾' : ' ▴') : '';
  return h('th', { scope: 'col', class: column.number ? 'number' : null, 'aria-sort': active ? (sorting.down ? 'descending' : 'ascending') : null },
    h('button', { type: 'button', 'data-column': column.name, onclick: press }, column.name + mark));
}

function cell(column, row) {
  const content = column.show ? column.show(row) : column.of(row);
  return h('td', { class: column.number ? 'number' : column.wide ? 'wide' : null }, content === null || content === undefined ? DASH : content);
}

function sorted(rows, columns, sorting) {
  const column = sorting && columns.find((one) => one.name === sorting.name);
  if (!column) return rows;
  const order = sorting.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.of(a), column.of(b)];
    if (x === y) return 0;
    if (x === null || x === undefined) return 1;
    if (y === null || y === undefined) return -1;
    return order * (typeof x === 'number' ? x - y : String(x).localeCompare(String(y)));
  });
}
