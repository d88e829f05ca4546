import assert from 'node:assert/strict';
import { serverPage } from '../../../src/app/serverPage';
import type { ServerView } from '../../../src/app/serverView';
import { filterNodes } from '../../../src/app/tree/filter';
import { rootNodes, worstFindings } from '../../../src/app/tree/root';
import type { TreeNode } from '../../../src/app/tree/treeNode';
import { demoTransport } from '../../../src/transports/demo/transport';
import type { Question, Session, Transport } from '../../../src/transports/session';
import { demoView } from '../../kit/demoFarm';
import { loadData } from '../../kit/knowledge';

/** Every node below some, the ways down included. */
function all(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children?.() ?? [])]);
}

/** The demo farm with a record of its round trips. */
function recorded(): { transport: Transport; trips: string[][] } {
  const trips: string[][] = [];
  const inner = demoTransport({ loadData });
  return {
    trips,
    transport: {
      kind: 'demo',
      dispose: () => inner.dispose(),
      open: async (server, surroundings): Promise<Session> => {
        const session = await inner.open(server, surroundings);
        return {
          carries: session.carries,
          can: session.can,
          ask: (questions: readonly Question[], signal) => {
            trips.push(questions.map(({ probe }) => probe));
            return session.ask(questions, signal);
          },
          run: (command, signal, heard) => session.run(command, signal, heard),
          dispose: () => session.dispose(),
        };
      },
    },
  };
}

describe('a server of the demo farm', function () {
  this.timeout(30_000);
  const views = new Map<string, ServerView>();
  const names = ['WEB-01', 'WEB-02', 'WEB-04', 'WEB-05', 'OLD-IIS6'];
  before(async () => {
    for (const name of names) views.set(name, demoView(name));
    await Promise.all([...views.values()].map((view) => view.refresh(0)));
  });
  const viewOf = (name: string): ServerView => {
    const view = views.get(name);
    assert.ok(view);
    return view;
  };
  const checks = (name: string): string[] => viewOf(name).findings.map(({ check }) => check);

  it('that is healthy has no finding', () => {
    assert.deepEqual(viewOf('WEB-01').findings, []);
  });

  it('that is troubled shows every trouble once, causes and consequences together', () => {
    const found = checks('WEB-02');
    for (const check of [
      'stopped-pool',
      'certificate-missing',
      'certificate-expires',
      'long-request',
      'duplicate-binding',
    ])
      assert.ok(found.includes(check), `${check} among ${found.join(', ')}`);
    const titles = viewOf('WEB-02').findings.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    const told = viewOf('WEB-02').findings.filter(({ subject }) => subject.kind !== 'event');
    const cited = new Set(told.flatMap(({ facts = [] }) => facts));
    const alone = viewOf('WEB-02').findings.filter(({ subject }) => subject.kind === 'event');
    assert.ok(!alone.some(({ facts = [] }) => facts.some((id) => cited.has(id))), 'no event is told twice');
    assert.ok(cited.size >= 4, `${cited.size} events stand with what they explain`);
  });

  it('explains a stopped pool by its event and its account', () => {
    const reports = viewOf('WEB-02').findings.find(({ subject }) => subject.name === 'Reports');
    assert.match(reports?.detail ?? '', /5059/);
    assert.match(reports?.detail ?? '', /svc-reports/);
    const orders = viewOf('WEB-02').findings.find(({ title }) => title.includes('"Orders" is stopped'));
    assert.match(orders?.detail ?? '', /5002.*Just before it: .*Application Error 1000/s);
  });

  it('names the site of a web.config whose section is locked', () => {
    const locked = viewOf('WEB-02').findings.find(({ check }) => check === 'locked-section');
    assert.match(locked?.title ?? '', /\\web\.config: .*0x80070021/);
    assert.ok((locked?.place?.line ?? 0) > 1);
  });

  it('without administrator rights tells what it can and why the rest is not there', () => {
    const texts = all(rootNodes([viewOf('WEB-04')])).map(({ description = '' }) => description);
    assert.ok(texts.some((text) => /needs administrator/.test(text)));
  });

  it('that does not answer says why and what to try', () => {
    const [node, problem] = all(rootNodes([viewOf('WEB-05')]));
    assert.match(node?.description ?? '', /Nothing answers/);
    assert.equal(problem?.kind, 'problem');
    assert.match(problem?.tooltip?.() ?? '', /firewall/);
    assert.match(serverPage(viewOf('WEB-05')), /Nothing answers/);
  });

  it('of IIS 6 is read as a folder', () => {
    assert.equal(viewOf('OLD-IIS6').connection.session?.carries, 'files');
  });

  it('has no two nodes of one id, which VS Code would refuse', () => {
    const ids = all(rootNodes([...views.values()])).map(({ id }) => id);
    assert.ok(ids.length > 200, `${ids.length} nodes`);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    const worst = worstFindings([...views.values()]).map(({ id }) => id);
    assert.equal(new Set(worst).size, worst.length);
  });

  it('can be filtered by the names of what it has', () => {
    const found = all(filterNodes(rootNodes([...views.values()]), 'reports'));
    assert.ok(found.some(({ kind, label }) => kind === 'pool' && label === 'Reports'));
    assert.ok(!found.some(({ kind, label }) => kind === 'pool' && label === 'Orders'));
    assert.equal(filterNodes(rootNodes([...views.values()]), 'no such name').length, 0);
  });

  it('tells its first picture in one round trip', async () => {
    const { transport, trips } = recorded();
    const view = demoView('WEB-01', transport);
    const first = new Promise<void>((resolve) => {
      view.connection.changes.listen(() => {
        if (view.kept('sites')?.value && view.kept('services')?.value) resolve();
      });
    });
    const done = view.refresh(0);
    await first;
    assert.equal(trips.length, 1);
    assert.deepEqual(trips[0], ['system', 'services', 'sites', 'application-pools', 'worker-processes']);
    await done;
    const asked = trips.length;
    await view.refresh(60_000);
    assert.equal(trips.length, asked, 'what is fresh is not asked again');
  });

  it('shows phases while it is being connected', async () => {
    const view = demoView('WEB-01');
    const labels = new Set<string>();
    view.connection.changes.listen(() => {
      for (const { kind, label } of all(rootNodes([view]))) if (kind === 'phase') labels.add(label);
    });
    await view.refresh(0);
    assert.ok(labels.has('Connecting…') && labels.has('Signing in…'), [...labels].join(', '));
  });
});
