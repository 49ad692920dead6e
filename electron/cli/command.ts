import { parseArgs } from 'node:util'
import { isPlainDate, type PlainDate } from '../../shared/kernel/plain-date.ts'

/** The command line is wrong: an unknown option or an unreadable value. Exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

type OptionSpec = Record<string, 'text' | 'flag'>
export type Options<Spec extends OptionSpec> = {
  [Name in keyof Spec]: Spec[Name] extends 'flag' ? boolean : string | undefined
} & { json: boolean; today: PlainDate | undefined; positionals: string[] }

/** The result of a command: an object for --json and text for people. */
export type Answer = { json: unknown; words: string; exitCode?: number }

export type Command = { usage: string; run(args: string[]): Promise<Answer | undefined> }

/** Reads the options of one command, and --json and --today, which all commands have. @throws UsageError */
export function readOptions<Spec extends OptionSpec>(args: string[], spec: Spec, positionals = 0): Options<Spec> {
  const kinds: Record<string, 'text' | 'flag'> = { ...spec, json: 'flag', today: 'text' }
  const parsed = parse(args, kinds)
  if (parsed.positionals.length > positionals) throw new UsageError(`Tidak dikenal: ${parsed.positionals[positionals]}`)
  const twice = parsed.tokens.find(
    (token, index) =>
      token.kind === 'option' &&
      parsed.tokens.some((other, later) => later > index && other.kind === 'option' && other.name === token.name),
  )
  if (twice?.kind === 'option') throw new UsageError(`Pilihan ${twice.rawName} ditulis dua kali.`)
  const values = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, parsed.values[name] ?? (kind === 'flag' ? false : undefined)]),
  )
  const today = values.today === undefined ? undefined : readDay('--today', String(values.today))
  return { ...values, today, positionals: parsed.positionals } as Options<Spec>
}

function parse(args: string[], kinds: Record<string, 'text' | 'flag'>) {
  try {
    return parseArgs({
      args,
      options: Object.fromEntries(
        Object.entries(kinds).map(([name, kind]) => [
          name,
          { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
      allowPositionals: true,
      tokens: true,
    })
  } catch (error) {
    throw new UsageError(optionMessage(error))
  }
}

function optionMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (message.startsWith('Unknown option')) return `Pilihan ${option} tidak dikenal.`
  return `Pilihan ${option} ditulis keliru.`
}

export function readDay(option: string, text: string): PlainDate {
  if (!isPlainDate(text)) throw new UsageError(`${option} ${text}: tanggal tidak ada. Tulis seperti 2024-12-16.`)
  return text
}

export function readWhole(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max))
    throw new UsageError(`${option} ${text}: tulis angka bulat ${min} sampai ${max}.`)
  return value
}

export function readChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find(candidate => candidate === text)
  if (!choice) throw new UsageError(`${option} ${text}: pilih ${choices.join(' atau ')}.`)
  return choice
}
