import type { Proof } from '../../../../shared/features/backup/proof.ts'
import { removeUnfinished } from '../../bundle/bundle-place.ts'
import { type Unpacked, unpackBundle } from '../../bundle/unpack-bundle.ts'
import { type BundleOrder, type WrittenBundle, writeBundle } from '../../bundle/write-bundle.ts'
import { askThread } from '../../files/limited-thread.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { TaskScope } from '../../scope.ts'
import { type ProofQuestion, proveBundle, removeProofs } from './prove-bundle.ts'

export type Progress = { done: number; total: number }
export type BackupQuestion =
  | { kind: 'write'; order: BundleOrder; centre: string }
  | { kind: 'prove'; question: ProofQuestion }
  | { kind: 'unpack'; file: string; target: string; dataKey: Uint8Array }

type Answers = { write: WrittenBundle; prove: Proof; unpack: Unpacked }

const thread = threadBeside(import.meta.url, 'backup-thread')
/** A stick may write only a megabyte a second. */
const patience = { seconds: 12 * 3600, megabytes: 2048 }

export async function doBackupWork(
  question: BackupQuestion,
  report: (progress: Progress) => void,
): Promise<Answers[BackupQuestion['kind']]> {
  const say = (done: number, total: number) => report({ done, total })
  if (question.kind === 'write') return writeBundle(question.order, say)
  if (question.kind === 'prove') return proveBundle(question.question, say)
  return unpackBundle(question.file, question.target, question.dataKey, say)
}

/** In a thread, or here if no other caller waits. */
export async function backupWork<Kind extends BackupQuestion['kind']>(
  { alone, work }: Pick<TaskScope, 'alone' | 'work'>,
  question: BackupQuestion & { kind: Kind },
  say: (progress: Progress) => void = () => {},
): Promise<Answers[Kind]> {
  work.check()
  const onProgress = (progress: Progress) => {
    work.progress = progress
    say(progress)
  }
  if (alone) return (await doBackupWork(question, onProgress)) as Answers[Kind]
  const limits = { ...patience, onProgress, check: () => work.check() }
  try {
    return await askThread<BackupQuestion, Answers[Kind], Progress>(thread, question, limits)
  } catch (error) {
    // The thread was ended in the midst of it, and takes nothing away any more.
    takeAway(question)
    throw error
  }
}

function takeAway(question: BackupQuestion): void {
  if (question.kind === 'write') removeUnfinished(question.order.folder, question.centre)
  if (question.kind === 'prove') removeProofs(question.question.workFolder)
}
