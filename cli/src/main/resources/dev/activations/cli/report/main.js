// Puts the page together.
function headingText() {
  const machines = [...new Set(RUNS.map((run) => run.machine.processor))];
  fill('runs', RUNS.map((run) => h('p', {}, h('strong', {}, run.label), ' · ' + run.machine.processor + ', ' + run.machine.processors + ' processors · '
    + instant(run.started) + ' · ' + run.effort + ' effort, ' + duration(run.seconds), !run.complete && h('span', { class: 'failure' }, ' · stopped early'))));
  document.title = 'Activations: ' + (SEVERAL ? RUNS.map((run) => run.label).join(' and ') : machines[0]);
}

function sizeSection() {
  fill('size-controls', metricChoice('size-metric', 'sizeMetric'));
  onChange(functionChips);
  let drawn = '';
  onChange(() => {
    const lanes = visibleLanes().filter((lane) => lane.rows.length > 0);
    const keys = lanes.map((lane) => lane.key).join();
    if (keys === drawn) return;
    drawn = keys;
    fill('size-charts', lanes.length ? lanes.map((lane) => panel('size-' + lane.key.replace('/', '-'), lane.label, (width) => roofline(lane, width)))
      : h('p', { class: 'note' }, 'No backend with results is chosen.'));
  });
}

function functionSection() {
  fill('function-controls', shapeChoice('function-shape'), metricChoice('function-metric', 'functionMetric'));
  fill('function-charts', panel('functions', 'Functions side by side', functionBars));
}

function phaseSection() {
  const lanes = LANES.filter((lane) => lane.rows.some((row) => row.drawn && row.m.kernel !== null));
  if (lanes.length === 0) return;
  byId('phases').hidden = false;
  fill('phase-controls', shapeChoice('phase-shape'));
  fill('phase-charts', lanes.flatMap((lane) => [
    panel('call-' + lane.key.replace('/', '-'), 'A call, ' + lane.label, (width) => callPhases(lane, width)),
    panel('first-' + lane.key.replace('/', '-'), 'The first call, ' + lane.label, (width) => firstPhases(lane, width)),
  ]));
}

byId('library-version').textContent = echarts.version;
headingText();
filterBar();
headlineSection();
sizeSection();
functionSection();
phaseSection();
breakEvenSection();
compareSection();
accuracySection();
machineSection();
numbersSection();
document.querySelectorAll('nav a').forEach((link) => (link.hidden = document.querySelector(link.getAttribute('href')).hidden));
startPanels();
startTheme();
