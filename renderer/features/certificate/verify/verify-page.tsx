import { Flex, Textarea } from '@mantine/core'
import { IconCamera, IconFileSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Verification } from '../../../../shared/features/certificate/verification.ts'
import { api, useCommand } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { field } from '../../../ui/form/field.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { certificateTabs } from '../../certificate-design/certificate-tabs.ts'
import { CodeCamera } from './code-camera.tsx'
import { VerificationResult } from './verification-result.tsx'
import styles from './verify-page.module.css'

export const verifyRoute = pageRoute('/sertifikat/verifikasi', VerifyPage)

/** Checks whether a paper is ours and still valid, by text, picture, PDF or camera. */
function VerifyPage() {
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Verification | null>(null)
  const [empty, setEmpty] = useState(false)
  const [camera, setCamera] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const check = useCommand(api.verification.check)
  const record = useCommand(api.verification.recordCheck)
  // Recorded one after the other: codes may be scanned faster than they are saved.
  const recorded = useRef<Promise<unknown>>(Promise.resolve())
  const read = useCommand(api.verification.checkFile)
  const page = useFileCommand(api.verification.checkerPage)
  const keys = useFileCommand(api.verification.keyFile)

  async function checkText(given: string) {
    setEmpty(given.trim() === '')
    if (given.trim() === '') return
    const done = await check.run({ text: given })
    if (!done) return
    setAnswer(done.output)
    // The result is shown even if recording it fails.
    if (done.output.number !== null) recorded.current = recorded.current.then(() => record.run({ text: given }))
  }
  async function checkFile(file: File) {
    const done = await read.run({ file })
    if (!done) return
    setText('')
    setAnswer(done.output)
  }

  const start = primaryAction('Enter', 'Periksa', () => checkText(text), { pending: check.pending })
  useActions([
    { ...start, keys: 'Ctrl Enter' },
    {
      label: 'Kosongkan',
      keys: 'Esc',
      run() {
        setText('')
        setAnswer(null)
        input.current?.focus()
      },
    },
  ])
  return (
    <Page
      title="Verifikasi sertifikat"
      tabs={certificateTabs('verify')}
      side={
        <Panel title="Untuk orang lain">
          <Flex className={layout.words} direction="column" align="flex-start" gap="0.625rem">
            <p>
              Satu halaman yang memeriksa sertifikat balai ini di komputer atau ponsel mana pun, tanpa internet. Kunci
              publik dan daftar nomor yang dicabut per hari ini ada di dalamnya.
            </p>
            <ActionButton onAction={() => page.run({})}>Simpan halaman pemeriksa</ActionButton>
            <p>Kunci publik saja, untuk program lain:</p>
            <ActionButton onAction={() => keys.run({})}>Simpan kunci publik</ActionButton>
          </Flex>
        </Panel>
      }
    >
      <Panel label="Yang diperiksa">
        <div className={styles.ways}>
          <Textarea
            {...field({
              label: 'Nomor sertifikat, atau isi kode QR',
              hint: 'Ketik nomornya atau tempel isi kodenya, lalu Enter. Alat pemindai mengetiknya sendiri.',
            })}
            ref={input}
            data-autofocus
            autoFocus
            rows={3}
            autosize={false}
            spellCheck={false}
            value={text}
            error={empty ? 'Ketik nomor sertifikatnya, atau tempel isi kode QR.' : undefined}
            onChange={event => {
              setText(event.currentTarget.value)
              setEmpty(false)
            }}
            onPaste={event => {
              const [picture] = event.clipboardData.files
              if (!picture) return
              event.preventDefault()
              void checkFile(picture)
            }}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.shiftKey) return
              event.preventDefault()
              void checkText(text)
            }}
          />
          <Columns align="center" gap="0.625rem" widths="1fr auto auto">
            <FileDrop
              compact
              label="Foto atau PDF"
              accept=".png,.jpg,.jpeg,.pdf,image/png,image/jpeg,application/pdf"
              icon={IconFileSearch}
              pending={read.pending}
              onFile={checkFile}
            >
              {read.pending ? 'Membaca gambar dan mencari kodenya…' : 'Jatuhkan foto atau PDF sertifikat di sini'}
            </FileDrop>
            <ActionButton icon={IconCamera} onAction={() => setCamera(true)}>
              Kamera
            </ActionButton>
            <ActionButton action={start} />
          </Columns>
        </div>
      </Panel>
      <ErrorNote error={check.error ?? record.error ?? read.error ?? page.error ?? keys.error} />
      {answer && <VerificationResult answer={answer} />}
      {camera && (
        <CodeCamera
          onCode={found => {
            setCamera(false)
            setText(found)
            void checkText(found)
          }}
          onCancel={() => setCamera(false)}
        />
      )}
    </Page>
  )
}
