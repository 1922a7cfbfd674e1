// Where the runs took place; what differs between them is marked.
function machineSection() {
  const lines = [
    ['processor', (run) => run.machine.processor],
    ['processors', (run) => count(run.machine.processors)],
    ['memory', (run) => bytes(run.machine.memory)],
    ['system', (run) => run.machine.os + ', ' + run.machine.arch],
    ['Java', (run) => run.machine.jdk],
    ['JVM options', (run) => run.machine.jvmOptions.join(' ') || 'none'],
    ['activations', (run) => run.machine.activations],
    ['started', (run) => instant(run.started)],
    ['took', (run) => duration(run.seconds) + ', effort ' + run.effort + (run.complete ? '' : ', stopped early')],
  ];
  fill('machine-table', factTable('machines', RUNS.map((run) => run.label), lines.map(([name, of]) => [name, RUNS.map(of)])));
  const names = [...new Set(LANES.flatMap((lane) => Object.keys(lane.backend.facts)))];
  fill('device-table', factTable('devices', LANES.map((lane) => lane.label), [
    ['kind', LANES.map((lane) => lane.backend.device)],
    ['description', LANES.map((lane) => lane.backend.description)],
    ...names.map((name) => [name, LANES.map((lane) => lane.backend.facts[name] || DASH)]),
  ], true));
}

function factTable(id, heads, lines, quiet) {
  const differs = (values) => !quiet && new Set(values).size > 1;
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': id },
    h('table', { class: 'facts', id: 'table-' + id },
      h('thead', {}, h('tr', {}, h('td', {}), heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, lines.map(([name, values]) => h('tr', { class: differs(values) ? 'differs' : null },
        h('th', { scope: 'row' }, (differs(values) ? '≠ ' : '') + name), values.map((value) => h('td', {}, value)))))));
}
