import { Drawer, TextInput } from '@mantine/core'
import { IconCheck, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { TraineeRow } from '../../../shared/features/trainee/contract.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Highlight } from '../../ui/highlight.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import type { ChosenTrainee } from './planner-values.ts'
import styles from './trainee-picker.module.css'

export interface TraineePickerProps {
  chosen: readonly ChosenTrainee[]
  /** Most people that may be chosen. */
  limit: number
  /** Gets everybody chosen, in the order of choosing. */
  onDone: (chosen: ChosenTrainee[]) => void
  onClose: () => void
}

const shown = 200

/** Chooses trainees by typing: ↓ ↑ go through the hits, Enter takes or puts back, Shift with an arrow takes a stretch. */
export function TraineePicker({ chosen, limit, onDone, onClose }: TraineePickerProps) {
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<readonly ChosenTrainee[]>(chosen)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const found = useQuery({
    ...api.trainee.list.queryOptions({ input: { search, limit: shown, offset: 0 } }),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.rows ?? []
  const done = () => onDone([...picked])
  useKeys([{ keys: 'Ctrl Enter', label: 'pakai yang dipilih', run: done, whileTyping: true }], 'dialog')

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const isPicked = (row: TraineeRow) => picked.some(person => person.id === row.id)
  const take = (row: TraineeRow) => {
    if (!isPicked(row) && picked.length < limit)
      setPicked([...picked, { id: row.id, name: row.name, village: row.village }])
  }
  const toggle = (row: TraineeRow) => {
    if (isPicked(row)) setPicked(picked.filter(person => person.id !== row.id))
    else take(row)
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const row = rows[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = Math.min(rows.length - 1, Math.max(0, active + (event.key === 'ArrowDown' ? 1 : -1)))
      if (event.shiftKey && row) take(row)
      setActive(next)
    } else if (event.key === 'Enter' && !event.ctrlKey && row) {
      event.preventDefault()
      toggle(row)
      event.currentTarget.select()
    }
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      title="Pilih peserta"
      size="34rem"
      classNames={{ body: styles.body ?? '', content: styles.content ?? '' }}
    >
      <TextInput
        data-autofocus
        aria-label="Cari peserta"
        placeholder="Nama, NIK atau No. HP"
        leftSection={<IconSearch size={16} aria-hidden />}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
        value={search}
        onChange={event => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <p className={styles.count} role="status">
        <strong>{picked.length}</strong> dipilih{picked.length >= limit && `, paling banyak ${limit}`}
        {picked.length > 0 && <LinkAct onAct={() => setPicked([])}>Kosongkan</LinkAct>}
      </p>
      <Reading query={found}>
        {({ total }) => (
          <div className={styles.hits}>
            <div ref={list} id={id} className={styles.list} role="listbox" aria-label="Peserta" aria-multiselectable>
              {rows.map((row, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search field
                // biome-ignore lint/a11y/useFocusableInteractive: the same
                <div
                  key={row.id}
                  id={`${id}-${index}`}
                  data-index={index}
                  role="option"
                  aria-selected={isPicked(row)}
                  className={classNames(styles.row, index === active && styles.active, isPicked(row) && styles.picked)}
                  onClick={() => {
                    setActive(index)
                    toggle(row)
                  }}
                >
                  <span className={styles.box} aria-hidden>
                    {isPicked(row) && <IconCheck size={14} stroke={2.5} />}
                  </span>
                  <span className={styles.name}>
                    <Highlight text={row.name} query={search} />
                  </span>
                  <span className={styles.detail}>
                    {row.maskedNik} · {row.village ? `Kel. ${row.village}` : 'kelurahan tidak tercatat'}
                  </span>
                  {row.cohort?.status === 'enrolled' && <Badge tone="warn">di {row.cohort.title}</Badge>}
                </div>
              ))}
            </div>
            {total === 0 && (
              <p className={styles.none}>
                {search === '' ? 'Belum ada peserta terdaftar.' : `Tidak ada “${search}”.`}{' '}
                <LinkAct path="/peserta/baru">Peserta baru</LinkAct>
              </p>
            )}
            {total > rows.length && rows.length > 0 && (
              <p className={styles.none}>
                {rows.length} dari {total.toLocaleString('id-ID')} orang. Ketik nama untuk mempersempit.
              </p>
            )}
          </div>
        )}
      </Reading>
      <div className={styles.acts}>
        <KeyHints
          hints={[
            { keys: ['↑', '↓'], text: 'cari' },
            { keys: 'Enter', text: 'pilih' },
            { keys: 'Shift ↓', text: 'rentang' },
          ]}
        />
        <ActButton keys="Esc" onAct={onClose}>
          Batal
        </ActButton>
        <ActButton tone="primary" keys="Ctrl Enter" onAct={done}>
          Pakai {picked.length} peserta
        </ActButton>
      </div>
    </Drawer>
  )
}
