import { Flex, TextInput } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FoundHouse } from '../../../shared/features/desk/place.ts'
import { callShell } from '../../app/desk/door.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { field } from '../../ui/form/field.tsx'
import styles from './house-choice.module.css'

/** Ms between two searches of the network. */
const searchAgain = 10_000

interface HouseChoiceProps {
  /** 'host:port' that was found or typed. */
  address: string
  /** The address is being typed. */
  typed: boolean
  disabled: boolean
  onChoose: (address: string, typed: boolean, house?: FoundHouse) => void
  /** Called by Enter. */
  onDone: () => void
}

/** The hosts found in the office network, and an address field if none is found. */
export function HouseChoice({ address, typed, disabled, onChoose, onDone }: HouseChoiceProps) {
  const finding = useQuery({
    queryKey: ['desk.find'],
    queryFn: () => callShell<FoundHouse[]>('find', {}),
    refetchInterval: searchAgain,
    enabled: !disabled,
    gcTime: 60_000,
  })
  const { data: houses = [] } = finding
  const typing = useRef<HTMLInputElement>(null)
  const first = useRef<HTMLInputElement>(null)
  const found = houses.find(({ practice }) => !practice)
  // Preselects the first host found, unless the person has chosen or typed.
  useEffect(() => {
    if (!found || address !== '' || typed) return
    onChoose(found.address, false, found)
    first.current?.focus()
  }, [found, address, typed, onChoose])
  const type: Action = {
    label: 'Alamat lain',
    keys: 'Alt A',
    run() {
      onChoose('', true)
      requestAnimationFrame(() => typing.current?.focus())
    },
  }
  const search: Action = { label: 'Cari lagi', run: () => finding.refetch(), pending: finding.isFetching }
  useActions([!disabled && type])
  return (
    <Flex component="section" direction="column" gap="0.5rem" aria-label="PC utama">
      <Flex align="center" justify="space-between" fz="0.8125rem" fw={500}>
        <span id="ditemukan">Ditemukan di jaringan ini</span>
        {!disabled && <ActionButton action={search} size="sm" />}
      </Flex>
      <div
        className={styles.list}
        role="radiogroup"
        aria-labelledby="ditemukan"
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
          event.preventDefault()
          if (!typed || address.trim() !== '') onDone()
        }}
      >
        {houses.map(house => (
          <label key={house.address} className={styles.house}>
            <input
              ref={house === found ? first : null}
              type="radio"
              name="pc-utama"
              checked={!typed && address === house.address}
              disabled={disabled}
              onChange={() => onChoose(house.address, false, house)}
            />
            <IconDeviceDesktop size={20} aria-hidden />
            <span>
              <strong>{house.host}</strong>
              <span className={styles.detail}>
                {[house.centre, house.address, `versi ${house.version}`].filter(Boolean).join(' · ')}
              </span>
            </span>
            {house.practice && <span className={styles.practice}>LATIHAN</span>}
          </label>
        ))}
        {houses.length === 0 && (
          <p className={styles.none} role="status">
            {finding.isPending ? (
              'Mencari PC utama di jaringan ini …'
            ) : (
              <>
                Tidak ada PC utama di jaringan ini. Apakah PC utama menyala dan <b>Buka untuk meja lain</b> aktif?{' '}
                <LinkAction onAction={() => type.run()}>Ketik alamat</LinkAction>
              </>
            )}
          </p>
        )}
        <label className={styles.house}>
          <input type="radio" name="pc-utama" checked={typed} disabled={disabled} onChange={() => type.run()} />
          <IconKeyboard size={20} aria-hidden />
          <span>
            <strong>Alamat lain</strong>
            <span className={styles.detail}>ketik, misalnya 192.168.10.5</span>
          </span>
          <KeyCap>Alt A</KeyCap>
        </label>
      </div>
      {typed && (
        <TextInput
          {...field({ label: 'Alamat PC utama' })}
          ref={typing}
          placeholder="192.168.10.5"
          value={address}
          disabled={disabled}
          onChange={event => onChoose(event.currentTarget.value, true)}
          onKeyDown={event => event.key === 'Enter' && address.trim() !== '' && onDone()}
        />
      )}
    </Flex>
  )
}
