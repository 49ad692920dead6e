import { Flex, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { callAgain } from '../../app/client.ts'
import { decide, type Unsent, unsent } from '../../app/desk/unsent.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { toast } from '../../ui/feedback/toast.ts'
import layout from '../../ui/page/layout.module.css'
import { formatClock } from '../../ui/page/moment-format.ts'

/** Entries that the host refused after the page had died. Their author decides about each; nothing is discarded automatically. */
export function UnsentDialog() {
  const queries = useQueryClient()
  const calls = useSyncExternalStore(unsent.subscribe, unsent.state)
  async function answer(call: Unsent, again: boolean) {
    if (await decide(call, again, callAgain)) toast('Terkirim.')
    void queries.invalidateQueries()
  }
  return (
    <Modal
      opened={calls.length > 0}
      onClose={() => undefined}
      withCloseButton={false}
      title={`${calls.length} isian belum masuk`}
      size={640}
    >
      <div className={layout.stack}>
        <p>Diketik di meja ini sebelum layarnya tertutup, dan tidak diterima PC utama begitu saja.</p>
        {calls.map((call, index) => (
          <section key={call.request} aria-label={call.title}>
            <Note tone="warn" title={`${call.title || 'Isian'}, ${formatClock(wallTime(call.at))}`}>
              {call.refused}
            </Note>
            <Flex gap="0.5rem" mt="0.5rem">
              <ActionButton tone="primary" autoFocus={index === 0} onAction={() => answer(call, true)}>
                Kirim lagi
              </ActionButton>
              <ActionButton onAction={() => answer(call, false)}>Buang isian ini</ActionButton>
            </Flex>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function wallTime(at: number): string {
  const date = new Date(at)
  return `2000-01-01T${[date.getHours(), date.getMinutes()].map(part => String(part).padStart(2, '0')).join(':')}:00`
}
