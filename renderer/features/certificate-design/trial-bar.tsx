import { Checkbox, Flex, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { api, useRead } from '../../app/client.ts'
import { ticking } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { SideSwitch } from './side-switch.tsx'

/** Which side of a design is shown, and with which data. */
export type Trial = {
  side: 'front' | 'back'
  /** The class whose longest name is used; null for invented data of maximal length. */
  code: string | null
  two: boolean
}

interface TrialBarProps {
  trial: Trial
  onChange: (trial: Trial) => void
  /** Shown at the right. */
  children: ReactNode
}

const longest = 'terpanjang'

/** Above the sheet: side, and data to try it with. */
export function TrialBar({ trial, onChange, children }: TrialBarProps) {
  const classes = useRead(api.cohort.list, {})
  return (
    <Flex flex="none" wrap="wrap" align="center" gap="0.5rem 1rem">
      <SideSwitch side={trial.side} onChange={side => onChange({ ...trial, side })} />
      <Select
        aria-label="Coba dengan nama terpanjang dari"
        w="17rem"
        size="xs"
        data={[
          { value: longest, label: 'Contoh: nama 60 huruf, 20 unit' },
          ...(classes.data ?? []).map(one => ({ value: one.code, label: `Nama terpanjang ${one.code}` })),
        ]}
        value={trial.code ?? longest}
        onChange={value => onChange({ ...trial, code: value === longest ? null : value })}
      />
      <Checkbox size="xs" label="Dua penanda tangan" {...ticking(trial.two, two => onChange({ ...trial, two }))} />
      <Flex component="span" className={layout.tiny} mih="1.25rem" align="center" ms="auto">
        {children}
      </Flex>
    </Flex>
  )
}
