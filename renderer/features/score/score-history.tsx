import { Box, Flex, Modal } from '@mantine/core'
import type { ScoreClosing } from '../../../shared/features/score/contract.ts'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'

/** When entry was closed and reopened, why, and what was corrected. Mount only while open. */
export function ScoreHistory({ code, onClose }: { code: string; onClose: () => void }) {
  useReturnFocus()
  const history = useRead(api.score.history, { code })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="Riwayat pengisian nilai"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
      returnFocus={false}
    >
      <QueryBoundary query={history}>
        {closings => (
          <Flex component="ol" direction="column" gap="1rem">
            {closings.map(closing => (
              <Closing key={closing.closedAt + closing.closedBy} closing={closing} />
            ))}
          </Flex>
        )}
      </QueryBoundary>
    </Modal>
  )
}

function Closing({ closing: { closedAt, closedBy, reopened, corrections } }: { closing: ScoreClosing }) {
  return (
    <li>
      <Box component="p" m="0 0 0.25rem">
        Ditutup {closedBy}, {formatMoment(closedAt)}
      </Box>
      {reopened && (
        <Box component="p" m="0 0 0.25rem">
          Dibuka kembali {reopened.by}, {formatMoment(reopened.at)}: {reopened.reason}
        </Box>
      )}
      {corrections.length > 0 && (
        <PlainTable
          rows={corrections}
          // The list only grows at its start, and has no other key.
          rowKey={(_, index) => index}
          columns={[
            { head: 'Peserta', cell: one => one.name },
            { head: 'Isian', cell: one => one.item },
            { head: 'Semula', cell: one => one.before || 'kosong' },
            { head: 'Menjadi', cell: one => one.after || 'kosong' },
            { head: 'Oleh', cell: one => `${one.by}, ${formatMoment(one.at)}` },
          ]}
        />
      )}
    </li>
  )
}
