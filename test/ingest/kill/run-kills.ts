import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.js';
import { bindHouse, type BoundHouse } from '../../../src/wiring.js';
import { PROJECT } from '../../house/project.js';

export interface KillPlan {
  folder: string;
  documents: number;
  /** Goes on until so many ingests were killed on their way. */
  kills: number;
  /** How long the n-th ingest lives, in milliseconds; `wholeMs` is what one that nobody killed took. */
  lifeMs: (ingest: number, wholeMs: number) => number;
  onProgress?: (line: string) => void;
}

export interface KillResult {
  /** Ingests that were killed, and those that were done before. */
  kills: number;
  completed: number;
  /** Generations that answered. */
  generations: number;
  questions: number;
  failedQuestions: number;
  /** Looks at a generation that held documents of two rounds. */
  mixedGenerations: number;
  /** Passages that were live once and open no more. */
  unopened: number;
  /** Files and folders that belong to nothing. */
  orphans: string[];
}

const QUESTION = '本轮的编号是第几轮？';

/** Changes half of the documents, kills the ingest that reads them, again and again, while questions are asked of the same data folder. */
export async function runKills({ folder, documents, kills, lifeMs, onProgress }: KillPlan): Promise<KillResult> {
  const docs = join(folder, 'docs');
  const dataFolder = join(folder, 'data');
  mkdirSync(docs);
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder, corpusFolder: docs }, () => undefined);
  writeRound(docs, documents, 0);
  await house.ingest([docs], () => undefined);
  const result: KillResult = { kills: 0, completed: 0, generations: 0, questions: 0, failedQuestions: 0, mixedGenerations: 0, unopened: 0, orphans: [] };
  const seen = new Map<string, string>();
  const startedAt = performance.now();
  writeRound(docs, documents, 0.5);
  await ingestUntilKilled(docs, dataFolder, 600_000);
  const wholeMs = performance.now() - startedAt;
  const asking = new AbortController();
  const asked = ask(house, seen, result, asking.signal);
  for (let round = 1; result.kills < kills && round <= kills * 20; round++) {
    writeRound(docs, documents, round);
    if (await ingestUntilKilled(docs, dataFolder, lifeMs(round, wholeMs))) result.completed++;
    else if (++result.kills % 10 === 0) onProgress?.(`${result.kills} ingests killed, ${result.completed} done, ${result.questions} questions, ${seen.size} generations`);
  }
  asking.abort();
  await asked;
  result.generations = seen.size;
  house.close();
  await checkAfterwards({ docs, dataFolder, folder }, seen, result);
  return result;
}

/** Every second document is of this round, the others stay as they are. */
function writeRound(docs: string, documents: number, round: number): void {
  for (let index = 0; index < documents; index++) {
    const words = index % 2 === 0 ? `第${index}号文件：本轮的编号是第${round}轮，安排经费${round + 1}万元。` : `第${index}号文件不变：图书室每周开放五天。`;
    if (round === 0 || index % 2 === 0) writeFileSync(join(docs, `${index}.md`), `# 第${index}号文件\n\n${words}\n`);
  }
}

/** True when it was done before its time was up. */
async function ingestUntilKilled(docs: string, dataFolder: string, lifeMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(PROJECT, 'dist/cli.js'), 'ingest', '--data', dataFolder, docs], { stdio: 'ignore', env: { PATH: process.env.PATH } });
  const timer = setTimeout(() => { child.kill('SIGKILL'); }, lifeMs);
  return await new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** Asks and looks until told to stop; `seen` gets one passage of every generation that answered. */
async function ask(house: BoundHouse, seen: Map<string, string>, result: KillResult, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    result.questions++;
    try {
      const answer = await house.answer({ id: `kill-${result.questions}`, question: QUESTION, history: [] }, 'test');
      if (answer.status.startsWith('failed')) result.failedQuestions++;
      const { info, corpus } = await house.generation();
      const passages = corpus.passages(Array.from({ length: corpus.passageCount }, (_, row) => row));
      const rounds = new Set(passages.flatMap(({ text }) => /第([\d.]+)轮/u.exec(text)?.[1] ?? []));
      if (rounds.size !== 1 || info.counts.passages !== passages.length) result.mixedGenerations++;
      seen.set(info.id, passages.find(({ text }) => text.includes('轮'))?.passageId ?? '');
    } catch {
      result.failedQuestions++;
    }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

/** A last ingest tidies up what the kills left; then every passage that ever answered must open, and nothing else lie about. */
async function checkAfterwards({ docs, dataFolder, folder }: { docs: string; dataFolder: string; folder: string }, seen: ReadonlyMap<string, string>, result: KillResult): Promise<void> {
  writeRound(docs, 1, -1);
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder, corpusFolder: docs }, () => undefined);
  const { generation } = await house.ingest([docs], () => undefined);
  for (const passageId of seen.values()) if ((await house.openPassage(passageId)).kind === 'unknown') result.unopened++;
  house.close();
  const kept = /^(?:generations|live\.json|sources\.json|records\.sqlite(?:\.anchor|-wal|-shm)?|past-passages\.sqlite(?:-wal|-shm)?)$/u;
  result.orphans = [
    ...readdirSync(dataFolder).filter((name) => !kept.test(name)),
    ...readdirSync(join(dataFolder, 'generations')).filter((name) => name !== generation.id),
  ];
}
