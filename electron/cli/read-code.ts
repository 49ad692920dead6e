import { createInterface } from 'node:readline'
import { DomainError } from '../backend/domain-error.ts'

/** The code of the recovery sheet, from standard input: every program on the PC can read a command line. @throws DomainError */
export async function readCode(): Promise<string> {
  const { stdin, stderr } = process
  const line = stdin.isTTY ? await typed(stdin, stderr) : await firstLine()
  const code = line.trim()
  if (code === '') throw new DomainError({ code: 'recovery_code_missing' })
  return code
}

/** Up to the first line break; the sender need not close the pipe. */
async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    process.stdin.destroy()
  }
}

/** Not shown while it is typed. */
async function typed(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<string> {
  output.write('Kode lembar pemulihan (tidak tampil): ')
  input.setRawMode(true)
  input.setEncoding('utf8')
  try {
    let text = ''
    for await (const chunk of input) {
      for (const sign of String(chunk)) {
        if (sign === '\u0003') throw new DomainError({ code: 'recovery_code_missing' })
        if (sign === '\r' || sign === '\n') return text
        text = sign === '\u007f' || sign === '\b' ? text.slice(0, -1) : text + sign
      }
    }
    return text
  } finally {
    input.setRawMode(false)
    input.destroy()
    output.write('\n')
  }
}
