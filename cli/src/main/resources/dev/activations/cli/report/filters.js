// The bar that says what is shown, and the functions with a colour of their own.
function shapeChoice(id) {
  return choice('shape', id, SHAPES.map((shape) => [shape.key, shape.text]), state.shape, (shape) => {
    document.querySelectorAll('select[id$="-shape"]').forEach((select) => (select.value = shape));
    change({ shape });
  });
}

function metricChoice(id, key) {
  return choice('show', id, Object.entries(METRICS).map(([value, metric]) => [value, metric.name + (value === 'rate' ? ', GB/s' : '')]), state[key],
    (value) => change({ [key]: value }));
}

function filterBar() {
  const search = h('input', { id: 'search', type: 'search', placeholder: 'gelu, soft …', oninput: () => change({ search: search.value }) });
  fill('filters',
    h('div', { class: 'chips', role: 'group', 'aria-label': 'backends' }, LANES.map(laneChip)),
    choice('direction', 'direction', [...DIRECTIONS.map((one) => [one, one]), ['all', 'all directions']], state.direction, (direction) => change({ direction })),
    h('label', { class: 'choice' }, h('span', {}, 'functions'), search),
    choice('times of', 'basis', [['kernel', 'the kernel, where there is one'], ['call', 'the call, transfers included']], state.basis, (basis) => change({ basis })));
}

function laneChip(lane) {
  const chip = h('button', { type: 'button', class: 'chip', 'data-lane': lane.key, 'aria-pressed': 'true', onclick: () => {
    const hidden = new Set(state.hidden);
    if (!hidden.delete(lane.key)) hidden.add(lane.key);
    chip.setAttribute('aria-pressed', String(!hidden.has(lane.key)));
    change({ hidden });
  } }, h('i', { class: 'dot', style: { background: 'var(--s' + ((lane.colour % 8) + 1) + ')' } }), lane.label);
  return chip;
}

function functionChips() {
  fill('function-chips', FUNCTIONS.filter(matches).map((name) => {
    const at = state.highlighted.indexOf(name);
    return h('button', { type: 'button', class: 'chip', 'aria-pressed': String(at >= 0), onclick: () => {
      toggleHighlight(name);
      const again = [...byId('function-chips').children].find((chip) => chip.textContent === name);
      if (again) again.focus();
    } }, h('i', { class: 'dot', style: at >= 0 ? { background: 'var(--s' + (at + 1) + ')' } : { border: '1px solid var(--axis)' } }), name);
  }));
}
