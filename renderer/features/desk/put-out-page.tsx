import { Flex } from '@mantine/core'
import { callShell } from '../../app/desk/this-computer.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { GatePage } from '../session/gate-page.tsx'

/** The installed program on a desk whose pairing was removed by its host. */
export function PutOutPage() {
  const again: Action = { label: 'Sambungkan ulang', tone: 'primary', keys: 'Enter', run: () => callShell('leave', {}) }
  useActions([again])
  return (
    <GatePage
      plain
      title="Sambungkan komputer ini"
      aside={<p>Data tetap di PC utama, tidak ada yang disalin ke sini.</p>}
    >
      <div className={layout.stack}>
        <Note tone="warn" title="Sambungan komputer ini sudah diputus di PC utama.">
          Untuk bekerja lagi, minta kode baru kepada Admin di sana.
        </Note>
        <Flex gap="0.5rem">
          <ActionButton action={again} autoFocus />
        </Flex>
      </div>
    </GatePage>
  )
}
