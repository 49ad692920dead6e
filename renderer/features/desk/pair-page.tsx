import { Input, PinInput, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { askToPair, DoorError, waitForApproval } from '../../../shared/features/desk/pair.ts'
import { askDoor, comeIn, keepIdentity, makeKeys, programVersion } from '../../app/desk/door.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { GatePage } from '../session/gate-page.tsx'
import { Steps } from '../session/set-up/steps.tsx'
import styles from './pair-page.module.css'

type Asked = { id: string; words: string[]; privateKey: CryptoKey; waiting: boolean }

const digits = 6

/** A computer asks to be let in: the code from the screen of the host, four words on both, approval there. */
export function PairPage({ wasIn, onPaired }: { wasIn: boolean; onPaired: () => void }) {
  const [code, setCode] = useState('')
  const [name, setName] = useState('Meja')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  async function trying(step: () => Promise<void>) {
    setBusy(true)
    setError(null)
    try {
      await step()
    } catch (thrown) {
      setAsked(null)
      setCode('')
      setError(
        thrown instanceof DoorError ? thrown.words : 'PC utama tidak menjawab. Periksa jaringan, lalu coba lagi.',
      )
    } finally {
      setBusy(false)
    }
  }
  const ask = (typed: string) =>
    trying(async () => {
      const { deskKey, privateKey } = await makeKeys()
      const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0'))
      const newcomer = { name: name.trim() || 'Meja', computer: computerName(), version: programVersion, deskKey }
      const paired = await askToPair(askDoor, { ...newcomer, nonce: nonce.join(''), certificate: null }, typed)
      setAsked({ id: paired.id, words: paired.words, privateKey, waiting: false })
    })
  const isSame = () =>
    trying(async () => {
      if (!asked) return
      await askDoor('compare', { id: asked.id, same: true })
      setAsked({ ...asked, waiting: true })
      const answer = await waitForApproval(askDoor, asked.id, async () => {
        await new Promise(resolve => setTimeout(resolve, 700))
        if (!here.current) throw new DoorError('pair_over')
      })
      if (answer.state === 'refused') throw new DoorError('pair_refused', `${answer.by} menolak sambungan ini.`)
      await keepIdentity({ desk: answer.desk, key: answer.key, privateKey: asked.privateKey })
      if (await comeIn()) onPaired()
    })
  const differs = () =>
    trying(async () => {
      if (asked) await askDoor('compare', { id: asked.id, same: false })
      throw new DoorError('pair_different', 'Ada komputer lain di tengah. Sambungan diputus, tidak ada yang terkirim.')
    })

  const connect: Action = {
    label: 'Sambungkan',
    keys: 'Ctrl Enter',
    tone: 'primary',
    run: () => ask(code),
    pending: busy,
    refused: code.length === digits ? undefined : 'Ketik enam angka dari layar PC utama.',
  }
  const same: Action = { label: 'Ya, sama', keys: 'Enter', tone: 'primary', run: isSame, pending: busy }
  useActions([asked ? !asked.waiting && same : connect])
  const step = asked === null ? 0 : asked.waiting ? 2 : 1
  return (
    <GatePage
      plain
      title="Sambungkan komputer ini"
      aside={
        <>
          <p>Satu komputer menyimpan semua data. Komputer lain di kantor ini memakainya bersama.</p>
          <Steps
            step={step}
            steps={[
              { title: 'Kode sambung', detail: 'dari layar PC utama' },
              { title: 'Bandingkan empat kata', detail: 'di dua layar harus sama' },
              { title: 'Disetujui Admin', detail: 'di PC utama, satu kali saja' },
            ]}
          />
        </>
      }
    >
      {wasIn && error === null && (
        <Note tone="warn" title="Sambungan komputer ini sudah diputus di PC utama.">
          Minta kode baru untuk menyambungkannya lagi.
        </Note>
      )}
      <ErrorNote error={error} />
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Input.Wrapper label="Kode sambung" description="dari layar PC utama, Pengaturan › Meja">
            <PinInput
              aria-label="Kode sambung"
              length={digits}
              type="number"
              size="lg"
              value={code}
              onChange={setCode}
              onComplete={ask}
              disabled={asked !== null || busy}
              autoFocus
            />
          </Input.Wrapper>
          <TextInput
            {...field({ label: 'Nama meja ini' })}
            value={name}
            maxLength={40}
            disabled={asked !== null}
            onChange={event => setName(event.currentTarget.value)}
          />
          {asked === null && (
            <div className={layout.buttons}>
              <ActionButton action={connect} />
            </div>
          )}
        </div>
        {asked && (
          <section className={styles.compare} aria-label="Empat kata">
            <h2>Samakah dengan layar PC utama?</h2>
            <ol className={styles.words}>
              {asked.words.map(word => (
                <li key={word}>{word}</li>
              ))}
            </ol>
            {asked.waiting ? (
              <p role="status">Menunggu Admin menyetujui di PC utama. Layar ini lanjut sendiri.</p>
            ) : (
              <>
                <div className={layout.buttons}>
                  <ActionButton action={same} autoFocus />
                  <ActionButton onAction={differs}>Berbeda</ActionButton>
                </div>
                <p>Berbeda berarti ada komputer lain di tengah. Sambungan diputus dan tidak ada yang terkirim.</p>
              </>
            )}
          </section>
        )}
      </div>
    </GatePage>
  )
}

/** A browser does not know what its computer is called. */
function computerName(): string {
  const { userAgent } = window.navigator
  const system = /Windows|Macintosh|Linux|Android/.exec(userAgent)?.[0] ?? 'Komputer'
  return `Peramban di ${system}`
}
