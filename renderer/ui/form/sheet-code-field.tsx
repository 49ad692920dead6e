import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { codeGroups, isGroup, readRecoveryCode } from '../../../shared/features/computer/recovery-code.ts'
import { field, typing } from './field.tsx'
import styles from './sheet-code-field.module.css'

type SheetCode = {
  code: string
  setCode: (code: string) => void
  /** Number of the mistyped group, from 1; null if none. */
  wrong: number | null
  /** Why it cannot be sent yet. */
  refused: string | undefined
}

const groupNumbers = Array.from({ length: codeGroups }, (_, index) => index + 1)

/** State of the code of a recovery sheet while it is typed. */
export function useSheetCode(): SheetCode {
  const [code, setCode] = useState('')
  const read = readRecoveryCode(code)
  const wrong = 'wrongGroup' in read && signsOf(code).length >= read.wrongGroup * 4 ? read.wrongGroup : null
  const refused =
    wrong !== null
      ? `Kelompok ke-${wrong} salah ketik.`
      : 'bytes' in read
        ? undefined
        : 'Ketik kedelapan kelompok dari lembar pemulihan.'
  return { code, setCode, wrong, refused }
}

/** One field for all eight groups; each correct one gets a tick. */
export function SheetCodeField({ sheet: { code, setCode, wrong } }: { sheet: SheetCode }) {
  const signs = signsOf(code)
  return (
    <div>
      <TextInput
        {...field({ label: 'Kode lembar pemulihan' })}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        {...typing(code, text => setCode(text.toUpperCase()))}
        error={
          wrong !== null ? `Kelompok ke-${wrong} salah ketik. Huruf I, L, O, dan U tidak ada pada lembar.` : undefined
        }
      />
      <ol className={styles.groups} aria-label="Kelompok yang sudah benar">
        {groupNumbers.map(n => {
          const right = isGroup(signs.slice(n * 4 - 4, n * 4), n - 1)
          return (
            <li key={n} data-right={right || undefined}>
              {right ? <IconCheck size={12} aria-label={`Kelompok ke-${n} benar`} role="img" /> : n}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function signsOf(code: string): string {
  return code.replace(/[\s-]+/g, '')
}
