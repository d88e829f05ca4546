import * as vscode from 'vscode';
import type { Remedy } from '../../engine/remedies/remedy';
import type { WizardRequest } from '../../protocol/wizard';
import { isKeptState } from '../../protocol/wizardCheckers';
import type { Comparisons } from '../documents/comparisons';
import type { ExplanationDocuments } from '../documents/explanationDocuments';
import type { EditorServers } from '../servers/servers';
import type { Tell } from '../tell';
import { confirmPlan } from './confirm';
import { remediesFor, type Lead } from './lead';
import type { PrivateFiles } from './privateFiles';
import { showProgress } from './progress';
import { RepairRecords } from './repairRecords';
import { WIZARD_VIEW, WizardPanel } from './wizardPanel';
import type { WizardModel } from './wizardModel';

export interface WizardSurroundings {
  readonly extensionUri: vscode.Uri;
  readonly servers: EditorServers;
  readonly explanations: ExplanationDocuments;
  readonly comparisons: Comparisons;
  readonly files: PrivateFiles;
  readonly log: vscode.LogOutputChannel;
  readonly tell: Tell;
}

/**
 * The wizard in VS Code: one page, the model behind it, and what is kept of repairs. The model outlives the page: a run
 * whose page is closed goes on, with a notification, and the page finds it again.
 */
export class Wizard implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly records: RepairRecords;
  readonly #parts: WizardSurroundings;
  readonly #serializer: vscode.Disposable;
  #model: Promise<WizardModel> | null = null;
  #panel: WizardPanel | null = null;
  #isNotified = false;

  constructor(parts: WizardSurroundings) {
    this.#parts = parts;
    const { files, tell } = parts;
    this.records = new RepairRecords(files, Date.now, (error) => tell.failure('repairNotLogged', error));
    this.#serializer = vscode.window.registerWebviewPanelSerializer(WIZARD_VIEW, this);
  }

  /** All guided repairs. Loaded when somebody first wants one. */
  async remedies(): Promise<readonly Remedy[]> {
    return (await import('../../engine/remedies/repairs/index.generated')).remedies;
  }

  /** Opens the page for one remedy. */
  async open(remedy: string, lead: Lead): Promise<void> {
    const model = await this.#loaded();
    if (model.isRunning) this.#parts.tell.info('repairRunning');
    this.#show(model);
    if (!model.isRunning) await model.start(remedy, await this.#serverFor(lead), lead.values, lead.title);
  }

  /** Opens the page for what answers a lead; where several do, a person picks. */
  async fix(lead: Lead): Promise<void> {
    const remedies = await this.remedies();
    const fitting = remediesFor(lead, remedies);
    const [only] = fitting;
    if (only && fitting.length === 1) return this.open(only.id, lead);
    const placeHolder = fitting.length
      ? 'Which repair?'
      : lead.title === ''
        ? 'What is to be repaired?'
        : 'There is no guided repair for exactly this. These are all.';
    const items = (fitting.length ? fitting : remedies).map(({ id, title, purpose }) => ({
      label: title,
      detail: purpose,
      id,
    }));
    const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
    if (picked) await this.open(picked.id, lead);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const model = await this.#loaded();
    if (this.#panel) {
      panel.dispose();
      return;
    }
    if (isKeptState(kept) && !model.isRunning && model.remedy === null) model.restore(kept);
    this.#take(panel, model);
  }

  /** The server of the lead, else the only one that there is; null: the page asks. */
  async #serverFor({ server }: Lead): Promise<string | null> {
    if (server !== null) return server;
    const { all } = this.#parts.servers;
    if (this.#model && (await this.#model).server) return null;
    const [only] = all;
    return all.length === 1 && only ? only.name : null;
  }

  #loaded(): Promise<WizardModel> {
    return (this.#model ??= this.#make());
  }

  async #make(): Promise<WizardModel> {
    const [{ WizardModel: Model }, remedies] = await Promise.all([import('./wizardModel'), this.remedies()]);
    const { servers } = this.#parts;
    const model = new Model({
      remedies,
      servers: () => servers.all,
      log: this.records,
      copies: this.records,
      now: Date.now,
      runId: () => crypto.randomUUID(),
      confirm: confirmPlan,
    });
    model.changes.listen(() => {
      this.#panel?.show();
      void this.#notify(model);
    });
    servers.changes.listen(() => this.#panel?.show());
    return model;
  }

  #show(model: WizardModel): void {
    if (this.#panel) {
      this.#panel.panel.reveal();
      this.#panel.show();
      return;
    }
    const panel = vscode.window.createWebviewPanel(WIZARD_VIEW, 'Guided Repair', vscode.ViewColumn.Active);
    this.#take(panel, model);
  }

  #take(panel: vscode.WebviewPanel, model: WizardModel): void {
    const { extensionUri, log } = this.#parts;
    const taken = new WizardPanel(panel, {
      extensionUri,
      log,
      state: () => model.state(),
      handle: (request) => this.#handle(request, model),
    });
    this.#panel = taken;
    panel.onDidDispose(() => {
      if (this.#panel === taken) this.#panel = null;
      void this.#notify(model);
    });
    panel.onDidChangeViewState(() => void this.#notify(model));
  }

  async #handle(request: WizardRequest, model: WizardModel): Promise<string | null> {
    switch (request.kind) {
      case 'ready':
        return null;
      case 'chooseRemedy':
        return model.chooseRemedy(request.remedy);
      case 'chooseServer':
        return model.chooseServer(request.server);
      case 'setValues':
        return model.setValues(request.values);
      case 'run':
        return model.run(request.steps);
      case 'cancel':
        return model.cancel();
      case 'undo':
        return model.undo();
      case 'replan':
        return model.replan();
      case 'copy': {
        const command = model.commandOf(request.part);
        if (command === null) return NO_COMMAND;
        await vscode.env.clipboard.writeText(command);
        return null;
      }
      case 'terminal': {
        const command = request.part.of === 'file' ? null : model.commandOf(request.part);
        const { putInTerminal } = await import('./inTerminal');
        return command === null ? NO_COMMAND : putInTerminal(command, model.server?.connection.address ?? null);
      }
      case 'save': {
        const { plan, remedy } = model;
        const { savePlan } = await import('./savePlan');
        return plan && remedy ? savePlan(plan, remedy, request.as, Date.now()) : 'There is no plan yet.';
      }
      case 'follow':
        return model.follow(request.index);
      case 'difference':
        return this.#showDifference(request.step, model);
      case 'openLog':
        await this.openLog();
        return null;
    }
  }

  async #showDifference(step: number, { plan, server }: WizardModel): Promise<string | null> {
    const file = plan?.steps[step]?.undo?.file;
    if (file === undefined || !server) return 'The step changes no file that is looked after.';
    const [before, now] = await Promise.all([this.records.before(server.name, file), this.records.now(server, file)]);
    if (before === null || now === null) return 'One of the two could not be read, so they cannot be compared.';
    const name = file.slice(file.lastIndexOf('\\') + 1);
    await this.#parts.comparisons.showTexts(name, before, now, `${name} on ${server.name}: before the repair ↔ now`);
    return null;
  }

  /** What was done on servers, as a page. */
  async openLog(): Promise<void> {
    const { repairLogPage } = await import('../../app/repair/repairLogPage');
    await this.#parts.explanations.show({ title: 'Repairs', markdown: repairLogPage(await this.records.text()) });
  }

  /** While something runs and nobody sees the page, a notification says how it goes on. */
  async #notify(model: WizardModel): Promise<void> {
    const isHidden = (): boolean => model.isRunning && this.#panel?.panel.visible !== true;
    if (this.#isNotified || !isHidden()) return;
    this.#isNotified = true;
    await showProgress(model, isHidden, () => this.#show(model));
    this.#isNotified = false;
    if (!model.isRunning && this.#panel?.panel.visible !== true) this.#parts.tell.info('repairEnded');
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.panel.dispose();
    void this.#model?.then((model) => model.dispose());
  }
}

const NO_COMMAND = 'The plan has no such command.';
