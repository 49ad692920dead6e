import { TextInput } from '@mantine/core'
import { IconAlertTriangle, IconPrinter, IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { NewSheet } from '../../../shared/features/computer/contract.ts'
import { isGroup, sheetName } from '../../../shared/features/computer/recovery-code.ts'
import { api, readOnce, useCommand, useRead } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, cancelAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { DiscSteps } from '../../ui/page/disc-steps.tsx'
import layout from '../../ui/page/layout.module.css'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { PageThumb } from '../../ui/paper/page-thumb.tsx'
import styles from './recovery-sheet-page.module.css'

export const recoverySheetPath = '/pengaturan/cadangan/lembar'

export const recoverySheetRoute = pageRoute(recoverySheetPath, RecoverySheetPage)

/** A new recovery sheet: printed twice, then two of its groups are typed back from paper. Its code is never shown. */
function RecoverySheetPage() {
  const router = useRouter()
  const made = useRead(api.computer.makeSheet, {}, { ...readOnce, retry: false })
  const { print } = usePaperOutput()
  const test = useCommand(api.computer.testSheet, {
    done: ({ number }) => `Lembar pemulihan ${sheetName(number)} berlaku mulai sekarang.`,
  })
  const [printed, setPrinted] = useState(false)
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [holder, setHolder] = useState('brankas Kepala')
  const groups = useRef<HTMLDivElement>(null)
  // After printing, the focus goes to the first group.
  useEffect(() => {
    if (printed) groups.current?.querySelector('input')?.focus()
  }, [printed])
  const sheet = made.data
  const ask = sheet?.ask ?? []
  const name = sheet ? sheetName(sheet.number) : 'lembar'
  const proven = sheet !== undefined && ask.every(group => isGroup(typed[group] ?? '', group - 1))
  const leave = () => router.history.push('/pengaturan/cadangan')

  const printIt: Action = {
    label: printed ? 'Cetak lagi' : 'Cetak 2 lembar',
    keys: 'Ctrl P',
    tone: printed ? 'secondary' : 'primary',
    icon: IconPrinter,
    pending: print.pending,
    refused: sheet ? undefined : 'Lembarnya sedang dibuat.',
    run: async () => {
      if (!sheet) return
      const done = await print.run({ title: `Lembar Pemulihan ${name}`, pdf: sheet.file as File })
      if (done?.output.printed) setPrinted(true)
    },
  }
  const useIt: Action = {
    label: `Pakai ${name}`,
    needs: 'admin.change',
    hint: 'pakai lembar ini',
    keys: 'Ctrl Enter',
    tone: 'primary',
    pending: test.pending,
    refused: !printed ? 'Cetak lembarnya dulu.' : proven ? undefined : 'Ketik kedua kelompok seperti di kertas.',
    run: async () => {
      if (!sheet) return
      const texts = ask.map(group => ({ group, text: (typed[group] ?? '').trim() }))
      if (await test.run({ ticket: sheet.ticket, groups: texts, holder: holder.trim() })) leave()
    },
  }
  const back = cancelAction(leave)
  useActions([printIt, useIt, back])
  return (
    <Page
      title="Lembar pemulihan"
      crumbs={[{ label: 'Cadangan', path: '/pengaturan/cadangan' }, { label: 'Kunci pemulihan' }]}
      facts="membuka cadangan di komputer lain, dan mengatur ulang Admin terakhir"
      fixed
      sideWidth={372}
      side={
        <>
          <Panel label="Langkah">
            <DiscSteps
              label="Langkah lembar pemulihan"
              steps={[
                {
                  title: printed ? 'Dicetak' : 'Cetak dua lembar',
                  detail: 'kuncinya hanya ada di kertas',
                  state: printed ? 'done' : 'now',
                  children: !printed && (
                    <div>
                      <ActionButton action={printIt} autoFocus />
                    </div>
                  ),
                },
                {
                  title: 'Buktikan terbaca',
                  detail: 'ketik dua kelompok dari kertas',
                  state: proven ? 'done' : printed ? 'now' : 'next',
                  children: (
                    <div ref={groups} className={layout.pair} onKeyDownCapture={enterMovesOn()}>
                      {ask.map(group => (
                        <Group
                          key={group}
                          group={group}
                          value={typed[group] ?? ''}
                          disabled={!printed}
                          onChange={text => setTyped({ ...typed, [group]: text })}
                        />
                      ))}
                    </div>
                  ),
                },
                {
                  title: 'Serahkan',
                  detail: 'satu ke brankas Kepala, satu ke Dinas, amplop tertutup',
                  state: proven ? 'now' : 'next',
                  children: (
                    <TextInput {...field({ label: 'Disimpan di' })} {...typing(holder, setHolder)} maxLength={60} />
                  ),
                },
              ]}
            />
            <ErrorNote error={print.error ?? test.error} />
          </Panel>
          {sheet?.replaces != null && <BeforeNote sheet={sheet} />}
          <Panel label="Dicatat">
            <p className={styles.remark}>
              <IconUsers size={18} aria-hidden />
              <span>
                <strong>Dicatat</strong>
                Siapa mencetak, kapan, nomor lembar. Kuncinya tidak.
              </span>
            </p>
          </Panel>
        </>
      }
      bar={
        <StickyBar note={<KeyHints hints={[{ ...printIt, hint: printed ? 'cetak lagi' : 'cetak' }]} />}>
          <ActionButtons actions={[back, useIt]} />
        </StickyBar>
      }
    >
      <div className={styles.desk}>
        {made.error ? (
          <ErrorNote error={errorMessage(made.error)} />
        ) : (
          <>
            <PageThumb tall pdf={sheet ? (sheet.picture as File) : null} label={`Gambar lembar pemulihan ${name}`} />
            <p className={layout.detail}>A4, 1 halaman · kunci hanya ada di kertas, tidak pernah tampil di layar</p>
          </>
        )}
      </div>
    </Page>
  )
}

interface GroupProps {
  group: number
  value: string
  disabled: boolean
  onChange: (text: string) => void
}

function Group({ group, value, disabled, onChange }: GroupProps) {
  const full = value.trim().length === 4
  const right = isGroup(value, group - 1)
  return (
    <TextInput
      {...field({ label: `Kelompok ke-${group}` })}
      className={layout.digits}
      maxLength={4}
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      {...typing(value, text => onChange(text.toUpperCase()))}
      error={full && !right ? 'Salah ketik.' : undefined}
    />
  )
}

function BeforeNote({ sheet }: { sheet: NewSheet }) {
  const before = sheetName(sheet.replaces ?? 0)
  return (
    <Panel label={`Lembar ${before}`}>
      <p className={styles.remark}>
        <IconAlertTriangle size={18} className={layout.warned} aria-hidden />
        <span>
          <strong>{before} masih membuka cadangan lama</strong>
          Simpan sampai cadangan lama itu habis. Balai mengingatkan kapan memusnahkannya.
        </span>
      </p>
    </Panel>
  )
}
