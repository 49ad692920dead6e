import { Box, FocusTrap, Portal } from '@mantine/core'
import { IconCheck, IconGitMerge, IconHistory, IconLock } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { z } from 'zod'
import { fieldLabel } from '../../../../shared/features/history/field-labels.ts'
import { sameValue } from '../../../../shared/kernel/join-values.ts'
import type { UnchosenValue } from '../../../../shared/kernel/seen.ts'
import { type Action, backAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { SignPanel } from '../../../ui/page/sign-panel.tsx'
import { type Changed, firstNameOf, plainValue } from '../changed.ts'
import { PresenceOf, usePresent } from '../presence-chip.tsx'
import { JoinChoices } from './join-choices.tsx'
import styles from './join-page.module.css'
import { PresentPanel } from './present-panel.tsx'
import { type OwnFields, useJoinChoices } from './use-join-choices.ts'

/** The head of the page: which record the question is about. */
interface JoinAbout {
  title: string
  facts?: string
  crumbs?: readonly { label: string; path?: string }[]
  /** As in `useRecord`. */
  subject?: string
  /** The record has a NIK or No. KK, which are never joined automatically. */
  hasNumbers?: boolean
}

interface JoinPageProps {
  about: JoinAbout
  changed: Changed
  /** The values the form was opened with, and those in it now. */
  seen: object
  mine: object
  schema: z.ZodType
  labels: Readonly<Record<string, string>>
  /** A value as people read it; undefined shows it as it is. */
  format?: ((field: string, value: unknown) => string | undefined) | undefined
  /** Fields that F2 writes with the form's own field. */
  ownFields?: OwnFields
  pending: boolean
  /** Why saving the joined record failed. */
  error?: string | null
  onJoin: (chosen: ReadonlyMap<string, unknown>, unchosen: UnchosenValue[]) => unknown
  /** Leaves the other person's values stored and keeps these as a draft. */
  onDraft: () => unknown
  onBack: () => void
}

/** The question when two people changed the same fields of one record: a page over that of the form. Nothing is chosen at first. */
export function JoinPage(props: JoinPageProps) {
  const { about, changed, schema, labels, pending, error = null, onJoin, onDraft, onBack } = props
  useReturnFocus()
  useTitleOfPage()
  const present = usePresent(about.subject ?? null, 'editing')
  const { by, conflicts } = changed
  const name = firstNameOf(changed)
  const said = (field: string, value: unknown) => props.format?.(field, value) ?? plainValue(value)
  const label = (field: string) => labels[field] ?? fieldLabel(field)
  const choices = useJoinChoices(conflicts, schema, label, props.ownFields)
  const { left: remaining } = choices
  const join = primaryAction(
    'Ctrl Enter',
    remaining > 0 ? `Pilih ${remaining} kolom lagi` : 'Simpan gabungan',
    () => onJoin(choices.values(), choices.unchosen()),
    {
      hint: 'simpan gabungan',
      pending,
      refused: remaining > 0 ? `Pilih ${remaining} kolom lagi.` : undefined,
      onRefused: choices.focusUndecided,
    },
  )
  const keep: Action = { label: 'Simpan sebagai draf', keys: 'Alt D', run: onDraft, pending }
  const own: Action = { label: 'Tulis sendiri', hint: 'tulis sendiri', keys: 'F2', run: choices.writeOwn }
  const back = backAction(onBack, 'Kembali ke isian')
  useActions([join, keep, own, !choices.isWriting && back], 'dialog')
  const rows = joinedRows(props)
  return (
    <InPlaceOfPage title={about.title}>
      <Page
        title={about.title}
        crumbs={about.crumbs ?? []}
        facts={about.facts}
        actions={<PresenceOf present={present} />}
        sideWidth={300}
        side={
          <div className={styles.side}>
            <PresentPanel present={present} changed={changed} />
            <SignPanel icon={IconHistory} title="Tidak ada yang hilang">
              Nilai yang tidak dipilih masuk Riwayat Perubahan dan dapat dikembalikan.
            </SignPanel>
            {about.hasNumbers && (
              <SignPanel icon={IconLock} title="NIK tidak digabung">
                NIK, kehadiran, dan nomor sertifikat dipilih satu per satu, tidak pernah otomatis.
              </SignPanel>
            )}
          </div>
        }
        bar={
          <StickyBar note={<KeyHints hints={[listKeys.pages('pilih'), listKeys.rows('kolom'), own, back]} />}>
            <ActionButtons actions={[keep, join]} />
          </StickyBar>
        }
      >
        <div className={layout.stack}>
          <ResultLine facts="isian Anda utuh">
            <span className={styles.line}>
              <IconGitMerge size={20} color="var(--warn)" aria-hidden />
              {name} menyimpan lebih dulu, {conflicts.length} kolom perlu dipilih
            </span>
          </ResultLine>
          <ErrorNote error={error} />
          <JoinChoices changed={changed} label={label} said={said} choices={choices} />
          {rows.length > 0 && (
            <Panel title="Digabung otomatis" facts={`hanya diubah salah satu, ${rows.length} kolom`} flush>
              <ul className={styles.joined} aria-label="Digabung otomatis">
                {rows.map(row => (
                  <li key={row.field}>
                    <span>{label(row.field)}</span>
                    <span className={styles.was}>{said(row.field, row.before)}</span>
                    <strong>{said(row.field, row.after)}</strong>
                    <span>{row.mine ? 'Anda' : by === '' ? 'orang lain' : name}</span>
                    <IconCheck size={16} color="var(--ok)" aria-hidden />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </Page>
    </InPlaceOfPage>
  )
}

/** Fields that only one of the two changed: first those of the other person. */
function joinedRows({ changed: { conflicts, joined, theirs = {} }, seen, mine }: JoinPageProps) {
  const [was, now] = [new Map(Object.entries(seen)), new Map(Object.entries(mine))]
  const never = new Set([...conflicts.map(one => one.field), ...joined])
  return [
    ...joined
      .filter(field => field in theirs)
      .map(field => ({ field, before: was.get(field), after: theirs[field], mine: false })),
    ...[...now]
      .filter(([field, value]) => !never.has(field) && !sameValue(was.get(field), value))
      .map(([field, after]) => ({ field, before: was.get(field), after, mine: true })),
  ]
}

/** Covers the page below, which stays mounted with its typed values and is hidden meanwhile. */
function InPlaceOfPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Portal target="[data-page-place]">
      <FocusTrap active>
        <Box component="section" className={styles.place ?? ''} role="dialog" aria-modal aria-label={title} data-join>
          {children}
        </Box>
      </FocusTrap>
    </Portal>
  )
}

/** Gives the window its old title back after the question. */
function useTitleOfPage(): void {
  const title = useRef(document.title)
  useEffect(() => {
    const before = title.current
    return () => {
      document.title = before
    }
  }, [])
}
