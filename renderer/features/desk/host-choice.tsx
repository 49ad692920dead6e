import { Flex, TextInput } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FoundHost } from '../../../shared/features/desk/place.ts'
import { callShell } from '../../app/desk/this-computer.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { field } from '../../ui/form/field.tsx'
import styles from './host-choice.module.css'

/** Ms between two searches of the network. */
const searchAgain = 10_000

interface HostChoiceProps {
  /** 'host:port' that was found or typed. */
  address: string
  /** The address is being typed. */
  typed: boolean
  disabled: boolean
  onChoose: (address: string, typed: boolean, found?: FoundHost) => void
  /** Called by Enter. */
  onDone: () => void
}

/** The hosts found in the office network, and an address field if none is found. */
export function HostChoice({ address, typed, disabled, onChoose, onDone }: HostChoiceProps) {
  const finding = useQuery({
    queryKey: ['desk.find'],
    queryFn: () => callShell<FoundHost[]>('find', {}),
    refetchInterval: searchAgain,
    enabled: !disabled,
    gcTime: 60_000,
  })
  const { data: hosts = [] } = finding
  const typing = useRef<HTMLInputElement>(null)
  const first = useRef<HTMLInputElement>(null)
  const found = hosts.find(({ practice }) => !practice)
  // Preselects the first host found, unless the person has chosen or typed.
  useEffect(() => {
    if (!found || address !== '' || typed) return
    onChoose(found.address, false, found)
    first.current?.focus()
  }, [found, address, typed, onChoose])
  const type = {
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
        {hosts.map(one => (
          <label key={one.address} className={styles.host}>
            <input
              ref={one === found ? first : null}
              type="radio"
              name="pc-utama"
              checked={!typed && address === one.address}
              disabled={disabled}
              onChange={() => onChoose(one.address, false, one)}
            />
            <IconDeviceDesktop size={20} aria-hidden />
            <span>
              <strong>{one.host}</strong>
              <span className={styles.detail}>
                {[one.centre, one.address, `versi ${one.version}`].filter(Boolean).join(' · ')}
              </span>
            </span>
            {one.practice && <span className={styles.practice}>LATIHAN</span>}
          </label>
        ))}
        {hosts.length === 0 && (
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
        <label className={styles.host}>
          <input type="radio" name="pc-utama" checked={typed} disabled={disabled} onChange={() => type.run()} />
          <IconKeyboard size={20} aria-hidden />
          <span>
            <strong>{type.label}</strong>
            <span className={styles.detail}>ketik, misalnya 192.168.10.5</span>
          </span>
          <KeyCap>{type.keys}</KeyCap>
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
