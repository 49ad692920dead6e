import { Box, Flex, Select } from '@mantine/core'
import { useState } from 'react'
import type { LetterVersion } from '../../../shared/features/letter/contract.ts'
import type { LetterBody, LetterForm } from '../../../shared/features/letter/letter-form.ts'
import type { LetterKey } from '../../../shared/features/letter/letter-key.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { field } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { changedPart } from './changed-part.ts'
import styles from './version-dialog.module.css'

interface VersionDialogProps {
  paper: LetterKey
  form: LetterForm
  read: { title: string; body: LetterBody; current: number; versions: readonly LetterVersion[] }
  /** Unsaved text that restoring a version would replace. */
  dirty: boolean
  onRestored: (body: LetterBody) => void
  onClose: () => void
}

/** Compares an older text with the present one, part by part, and restores it. No version is ever deleted. */
export function VersionDialog({ paper, form, read, dirty, onRestored, onClose }: VersionDialogProps) {
  const older = read.versions.filter(one => one.version !== read.current)
  const [version, setVersion] = useState(older[0]?.version ?? 0)
  const old = useRead(api.letter.version, { paper, version })
  const restore = useCommand(api.letter.restore, {
    done: made => `${read.title} dikembalikan ke ${versionName(version)} sebagai versi ${made.version}.`,
    async undo() {
      await api.letter.restore.call({ paper, version: read.current })
      onRestored(read.body)
    },
  })
  const refused =
    older.length === 0 ? 'Teks ini masih teks bawaan.' : dirty ? 'Simpan dulu yang sedang diubah.' : undefined

  async function take() {
    if (!old.data || !(await restore.run({ paper, version }))) return
    onRestored(old.data.body)
    onClose()
  }

  return (
    <FormModal
      title={`Versi: ${read.title}`}
      size="min(60rem, calc(100vw - 4rem))"
      onClose={onClose}
      cancel="Tutup"
      error={restore.error}
      action={{
        label: version === 0 ? 'Kembalikan ke bawaan' : `Kembalikan versi ${version}`,
        widest: 'Kembalikan ke bawaan',
        hint: 'kembalikan',
        keys: 'Ctrl Enter',
        refused,
        run: take,
      }}
    >
      {older.length === 0 ? (
        <p className={layout.words}>
          Surat ini masih memakai teks bawaan. Versi lama tampil di sini sesudah teks diubah.
        </p>
      ) : (
        <>
          <Select
            {...field({ label: `Bandingkan versi ${read.current === 0 ? 'bawaan' : read.current} dengan` })}
            data-autofocus
            value={String(version)}
            onChange={value => value !== null && setVersion(Number(value))}
            data={older.map(one => ({ value: String(one.version), label: formatVersion(one) }))}
          />
          <QueryBoundary query={old} rows={6}>
            {({ body }) => <Differences form={form} old={body} now={read.body} />}
          </QueryBoundary>
        </>
      )}
    </FormModal>
  )
}

function Differences({ form, old, now }: { form: LetterForm; old: LetterBody; now: LetterBody }) {
  const parts = form.parts.filter(part => (old[part.key] ?? '') !== (now[part.key] ?? ''))
  if (parts.length === 0) return <p className={layout.words}>Isinya sama dengan yang sekarang.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys
    <section className={styles.parts} aria-label="Perbedaan" tabIndex={0}>
      {parts.map(part => (
        <Flex key={part.key} direction="column" gap="0.375rem">
          <Box component="h3" fz="0.84375rem" fw={600}>
            {part.label}
          </Box>
          <Columns gap="1rem" widths="1fr 1fr" align="stretch">
            <Lines title="Versi itu" text={old[part.key] ?? ''} other={now[part.key] ?? ''} />
            <Lines title="Sekarang" text={now[part.key] ?? ''} other={old[part.key] ?? ''} />
          </Columns>
        </Flex>
      ))}
    </section>
  )
}

function Lines({ title, text, other }: { title: string; text: string; other: string }) {
  const others = other.split('\n')
  return (
    <div>
      <p className={layout.detail}>{title}</p>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other key and never move while shown
        <p key={index} className={styles.line}>
          {others.includes(line) ? line : <Changed line={line} other={others[index] ?? ''} />}
        </p>
      ))}
    </div>
  )
}

/** The line with its difference to the other one marked. */
function Changed({ line, other }: { line: string; other: string }) {
  const { before, changed, after } = changedPart(line, other)
  return (
    <>
      {before}
      <mark>{changed}</mark>
      {after}
    </>
  )
}

function versionName(version: number): string {
  return version === 0 ? 'teks bawaan' : `versi ${version}`
}

/** 'Versi 3 · 10 Desember 2024 08.00 · Sari · dari versi 1' */
function formatVersion({ version, savedAt, savedBy, restoredFrom }: LetterVersion): string {
  if (savedAt === null) return 'Bawaan program'
  const when = `${longDate(savedAt.slice(0, 10) as PlainDate)} ${showTime(savedAt.slice(11, 16))}`
  const from = restoredFrom === null ? [] : [`dari ${versionName(restoredFrom)}`]
  return [`Versi ${version}`, when, savedBy, ...from].join(' · ')
}
