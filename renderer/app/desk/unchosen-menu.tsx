import { Button, Menu, Text } from '@mantine/core'
import type { Unchosen } from '../../../shared/features/desk/contract.ts'
import { sameValue } from '../../../shared/kernel/join-values.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { api, useRead } from '../client.ts'

interface UnchosenMenuProps {
  /** As in `useRecord`. */
  subject: string | null
  /** The stored values. */
  stored: object | null
  label: (field: string) => string
  said: (field: string, value: unknown) => string
  onTake: (field: string, value: unknown) => void
}

/** Offers values that were not chosen when two people had changed the same field. They go into the form, which is then saved as usual. */
export function UnchosenMenu({ subject, stored, label, said, onTake }: UnchosenMenuProps) {
  const reading = useRead(api.desk.unchosen, subject === null ? null : { subject })
  const known = new Map<string, unknown>(Object.entries(stored ?? {}))
  const offered = (reading.data ?? []).filter(
    (one, index, all) =>
      known.has(one.field) && !sameValue(known.get(one.field), one.value) && index === all.findIndex(isSame(one)),
  )
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal={false} trapFocus returnFocus>
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          {offered.length} nilai tidak dipilih
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw="24rem">
        {offered.map(one => (
          <Menu.Item key={JSON.stringify([one.field, one.value])} onClick={() => onTake(one.field, one.value)}>
            Kembalikan {label(one.field)}: <strong>{said(one.field, one.value)}</strong>
            <Text size="xs" c="var(--ink-2)">
              Tidak dipilih {one.by}, {formatMoment(one.at)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function isSame({ field, value }: Unchosen) {
  return (other: Unchosen) => other.field === field && sameValue(other.value, value)
}
