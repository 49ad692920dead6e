import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutants } from './mutants.ts'

const root = join(import.meta.dirname, '../..')
const parts = ['electron', 'shared', 'test', 'build', 'package.json']

/** Plants each fault in a copy of the tree and plays an office on it. Returns the faults that were not found. */
export function unseenMutants(minutes: number, wanted: string | undefined, print: (line: string) => void): Mutant[] {
  const folder = mkdtempSync(join(tmpdir(), 'balai-mutants-'))
  try {
    for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    return mutants.filter(mutant => {
      if (wanted !== undefined && !mutant.name.includes(wanted)) return false
      const began = Date.now()
      const seen = isSeen(folder, mutant, minutes)
      print(`${seen ? 'seen    ' : 'NOT SEEN'} ${mutant.name} (${Math.round((Date.now() - began) / 1000)} s)`)
      return !seen
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isSeen(folder: string, { file, text, replacement }: Mutant, minutes: number): boolean {
  const path = join(folder, file)
  const sound = readFileSync(path, 'utf8')
  if (sound.split(text).length !== 2) throw new Error(`${file} does not hold ${JSON.stringify(text)} once`)
  writeFileSync(
    path,
    sound.replace(text, () => replacement),
  )
  try {
    const parameters = ['--minutes', String(minutes), '--length', '250', '--quick']
    const flags = ['--disable-warning=ExperimentalWarning', join(folder, 'test/office/run.ts')]
    const ended = spawnSync(process.execPath, [...flags, ...parameters], { encoding: 'utf8' })
    // Any other failure is a mistake in the copy.
    if (ended.status !== 0 && !ended.stdout.includes('Offence')) throw new Error(ended.stdout + ended.stderr)
    return ended.status !== 0
  } finally {
    writeFileSync(path, sound)
  }
}
