import { Flex, Input, PinInput, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PlaceState } from '../../../shared/features/desk/place.ts'
import { type Action, backAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { GatePage } from '../session/gate-page.tsx'
import { Steps } from '../session/set-up/steps.tsx'
import { HostChoice } from './host-choice.tsx'
import styles from './pair-page.module.css'
import type { Pairer } from './pairer.ts'
import { usePairing } from './use-pairing.ts'
import { WordsPanel } from './words-panel.tsx'

const digits = 6

interface PairPageProps {
  pairer: Pairer
  /**
   * The state of the installed program, which searches the network and knows the name of its computer. Absent in a browser, whose page came from its
   * host.
   */
  place?: PlaceState
  wasIn?: boolean
  onPaired: () => void
  /** Shown above: the choice of the computer's role. */
  role?: ReactNode
  onBack?: () => void
}

/** Pairs this computer: enter the code shown on the host, compare four words, wait for approval there. */
export function PairPage({ pairer, place, wasIn = false, onPaired, role, onBack }: PairPageProps) {
  const [chosen, setChosen] = useState({ address: '', typed: false, host: '' })
  const [code, setCode] = useState('')
  const [name, setName] = useState(place?.computer ?? 'Meja')
  const [codeTurn, setCodeTurn] = useState(0)
  const codeCells = useRef<HTMLDivElement>(null)
  const nameField = useRef<HTMLInputElement>(null)
  // After the render, because the cells are disabled while a step runs.
  useEffect(() => {
    if (codeTurn > 0) codeCells.current?.querySelector('input')?.focus()
  }, [codeTurn])

  const focusCode = () => setCodeTurn(turn => turn + 1)
  const pairing = usePairing(pairer, {
    onPaired,
    onAgain() {
      setCode('')
      focusCode()
    },
  })
  const { words, waitingSince, busy, error } = pairing
  const ask = (typed: string) =>
    pairing.ask({ address: chosen.address.trim(), code: typed, name: name.trim() || 'Meja' })
  /** Letters typed on the code or on a host go to the name, so that it needs no other key. */
  function typeName({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) {
    if (ctrlKey || altKey || metaKey || !/^\p{L}$/u.test(key) || !(target instanceof HTMLInputElement)) return
    if (target.type !== 'radio' && !codeCells.current?.contains(target)) return
    nameField.current?.focus()
    nameField.current?.select()
  }

  const away = place && chosen.address.trim() === ''
  const connect: Action = {
    label: 'Sambungkan',
    keys: 'Ctrl Enter',
    tone: 'primary',
    run: () => ask(code),
    pending: busy,
    refused: away
      ? 'Pilih atau ketik PC utamanya dulu.'
      : code.length === digits
        ? undefined
        : 'Ketik enam angka dari layar PC utama.',
  }
  const back: Action | undefined = onBack && backAction(onBack)
  useActions([words === null && connect, words === null && back])
  return (
    <GatePage
      plain={!place}
      discs
      title="Sambungkan komputer ini"
      aside={
        <>
          <p>Satu komputer menyimpan semua data. Komputer lain di kantor ini memakainya bersama.</p>
          <Steps
            step={Number(place !== undefined) + (words === null ? 0 : waitingSince === null ? 1 : 2)}
            steps={[
              ...(place
                ? [
                    { title: 'Peran komputer ini', detail: 'meja, tersambung ke PC utama' },
                    { title: 'PC utama', detail: chosen.host || chosen.address || 'di jaringan kantor' },
                  ]
                : [{ title: 'Kode sambung', detail: 'dari layar PC utama' }]),
              { title: 'Bandingkan empat kata', detail: 'di dua layar harus sama' },
              { title: 'Disetujui Admin', detail: 'di PC utama, satu kali saja' },
            ]}
          />
          {place && (
            <p className={styles.own}>
              Komputer ini {[...place.addresses.slice(0, 1), place.computer].join(' · ')}
              <br />
              Balai {place.version}
            </p>
          )}
        </>
      }
      bar={
        place && (
          <footer className={styles.foot}>
            {back ? <ActionButton action={back} /> : <span />}
            <span>Setelah ini Admin menyetujui di PC utama. Layar ini menunggu sendiri.</span>
          </footer>
        )
      }
    >
      {role}
      {wasIn && error === null && (
        <Note tone="warn" title="Sambungan komputer ini sudah diputus di PC utama.">
          Minta kode baru untuk menyambungkannya lagi.
        </Note>
      )}
      <Columns stacks widths="1fr 23.75rem" gap="2rem" maw="60rem">
        <Flex className={styles.typed ?? ''} direction="column" gap="1rem" onKeyDownCapture={typeName}>
          {place && (
            <HostChoice
              address={chosen.address}
              typed={chosen.typed}
              disabled={words !== null || busy}
              onChoose={(address, typed, found) => setChosen({ address, typed, host: found?.host ?? '' })}
              onDone={focusCode}
            />
          )}
          <Input.Wrapper label="Kode sambung" description="dari layar PC utama, Pengaturan › Meja">
            <Flex align="center" gap="1rem">
              <PinInput
                rootRef={codeCells}
                className={styles.code}
                aria-label="Kode sambung"
                length={digits}
                type="number"
                size="lg"
                value={code}
                onChange={setCode}
                onComplete={typed => !away && ask(typed)}
                onPasteCapture={event => {
                  // The host shows it with a space: 482 913.
                  const typed = event.clipboardData.getData('text').replace(/\D/g, '')
                  if (typed.length !== digits) return
                  event.preventDefault()
                  event.stopPropagation()
                  setCode(typed)
                  if (!away) void ask(typed)
                }}
                disabled={words !== null || busy}
                autoFocus={!place}
              />
              {words !== null && (
                <span className={styles.fits} role="status">
                  <IconCircleCheck size={18} aria-hidden /> cocok
                </span>
              )}
            </Flex>
          </Input.Wrapper>
          <TextInput
            {...field({ label: 'Nama meja ini', hint: 'Huruf yang diketik masuk ke sini, Enter ke kode' })}
            ref={nameField}
            onKeyDown={event => event.key === 'Enter' && focusCode()}
            maw="18.75rem"
            {...typing(name, setName)}
            maxLength={40}
            disabled={words !== null}
          />
          {words === null && (
            <Flex>
              <ActionButton action={connect} />
            </Flex>
          )}
          <ErrorNote error={error} />
        </Flex>
        {words && (
          <WordsPanel
            words={words}
            waitingSince={waitingSince}
            admin={pairing.admin}
            pending={busy}
            onSame={pairing.same}
            onDiffers={pairing.differs}
            onTakeBack={pairing.takeBack}
          />
        )}
      </Columns>
    </GatePage>
  )
}
