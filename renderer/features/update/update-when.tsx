import { Flex, Radio } from '@mantine/core'
import { useState } from 'react'
import type { PreparedUpdate } from '../../../shared/features/update/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './update-when.module.css'

type When = 'closing' | 'now' | 'later'

const acts: Record<When, { button: string; done: string }> = {
  closing: { button: 'Pasang saat ditutup', done: 'Dipasang sendiri saat Balai ditutup.' },
  now: { button: 'Tutup dan pasang sekarang', done: 'Balai ditutup, dipasang, lalu dibuka lagi.' },
  later: { button: 'Ingatkan besok', done: 'Diingatkan lagi besok.' },
}

/** Chooses when to install; the label of the button follows the choice. */
export function UpdateWhen({ prepared, people }: { prepared: PreparedUpdate; people: readonly string[] }) {
  const [when, setWhen] = useState<When>('closing')
  const install = useCommand(api.update.install, { done: (_, input) => acts[input.when].done })
  const button = useFirstField<HTMLDivElement>()
  const settled = prepared.when === 'closing' && when === 'closing'
  const act: Action = {
    label: acts[when].button,
    keys: 'Ctrl Enter',
    tone: 'primary',
    refused: settled
      ? 'Sudah diatur: dipasang saat Balai ditutup.'
      : when === 'now' && people.length > 0
        ? `${people.join(', ')} masih bekerja di meja lain.`
        : undefined,
    run: () => install.run({ when }),
  }
  useActions([act])
  const choices: { value: When; title: string; detail: string }[] = [
    { value: 'closing', title: 'Saat Balai ditutup', detail: 'tidak ada yang menunggu' },
    {
      value: 'now',
      title: 'Sekarang',
      detail:
        people.length > 0
          ? `${people.length} orang masih bekerja di meja lain`
          : 'Balai ditutup ± 1 menit, lalu terbuka lagi',
    },
    {
      value: 'later',
      title: 'Ingatkan besok',
      detail: prepared.until
        ? `paling lambat ${shortDay(prepared.until)}: perbaikan keamanan`
        : 'berkasnya tetap siap di sini',
    },
  ]
  return (
    <div className={styles.when}>
      <Radio.Group
        label="Kapan?"
        value={when}
        onChange={value => {
          install.clear()
          setWhen(value as When)
        }}
        classNames={{ label: styles.label ?? '' }}
      >
        <Flex direction="column" gap="0.5rem">
          {choices.map(({ value, title, detail }) => (
            <Radio
              key={value}
              value={value}
              label={title}
              description={detail}
              classNames={{ root: layout.card ?? '', label: layout.strong ?? '', description: styles.detail ?? '' }}
              data-chosen={when === value || undefined}
            />
          ))}
        </Flex>
      </Radio.Group>
      <ErrorNote error={install.error} />
      <div ref={button} className={styles.button}>
        <ActionButton action={act} autoFocus />
      </div>
    </div>
  )
}
