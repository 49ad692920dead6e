import { Flex } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconRefresh, IconUsb } from '@tabler/icons-react'
import { useState } from 'react'
import type { UpdateStatus } from '../../../shared/features/update/contract.ts'
import { api, QueryBoundary, useCommand, useRead, useSession } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButtons } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { LastUpdateNote } from './last-update-note.tsx'
import { PreparedHead } from './prepared-head.tsx'
import { UpdateNews } from './update-news.tsx'
import { UpdateSteps } from './update-steps.tsx'
import { UpdateWhen } from './update-when.tsx'

export const updateSectionRoute = pageRoute('/pengaturan/pembaruan', UpdateSection)

/** A new version from a USB stick or file: verified, backed up before, and installed when it disturbs nobody. */
function UpdateSection() {
  const status = useRead(api.update.status, {})
  const [looked, setLooked] = useState<readonly string[] | null>(null)
  const searching = useCommand(api.update.search, { done: ({ prepared }) => formatReady(prepared) })
  const choosing = useCommand(api.update.choose, { done: formatReady })
  const { practice } = useSession().centre
  const pending = searching.pending || choosing.pending
  const refused = refusal(status.data, practice)

  const search: Action = {
    label: 'Cari pembaruan',
    needs: 'admin.change',
    keys: 'Alt C',
    icon: IconRefresh,
    refused,
    pending,
    run: async () => {
      choosing.clear()
      const found = await searching.run({})
      setLooked(found && found.output.prepared === null ? found.output.looked : null)
    },
  }
  const choose: Action = {
    label: 'Dari berkas atau USB',
    needs: 'admin.change',
    keys: 'Alt B',
    icon: IconUsb,
    refused,
    pending,
    run: () => {
      searching.clear()
      setLooked(null)
      return choosing.run({})
    },
  }
  useActions([search, choose])
  const prepared = status.data?.prepared ?? null
  return (
    <SettingsPage
      section="pembaruan"
      actions={<ActionButtons actions={[search, choose]} />}
      sideWidth={372}
      side={
        prepared && (
          <Panel title="Yang terjadi">
            <UpdateSteps prepared={prepared} desks={status.data?.desks.paired ?? 0} />
            <UpdateWhen key={prepared.version} prepared={prepared} people={status.data?.desks.people ?? []} />
          </Panel>
        )
      }
    >
      <ErrorNote error={searching.error ?? choosing.error} />
      {looked && <NothingFound looked={looked} />}
      <QueryBoundary query={status} rows={5}>
        {data => (
          <>
            <LastUpdateNote status={data} />
            {data.prepared ? (
              <>
                <PreparedHead prepared={data.prepared} present={data.present} />
                <UpdateNews news={data.prepared.news} published={data.prepared.published} />
                <Unchanged present={data.present} />
              </>
            ) : (
              <Nothing status={data} />
            )}
          </>
        )}
      </QueryBoundary>
    </SettingsPage>
  )
}

function formatReady(prepared: { version: string } | null): string | null {
  return prepared && `Balai ${prepared.version} diperiksa dan siap dipasang.`
}

function refusal(status: UpdateStatus | undefined, practice: boolean): string | undefined {
  if (practice) return 'Keluar dari balai latihan dulu.'
  return status?.possible === false ? 'Hanya dari jendela Balai di Windows.' : undefined
}

function NothingFound({ looked }: { looked: readonly string[] }) {
  return (
    <Note tone="info" title="Tidak ada pembaruan." live>
      {looked.length === 0 ? 'Tidak ada diska USB yang terpasang.' : `Sudah dicari di ${looked.join(', ')}.`} Pemasang
      dan berkas .sig-nya harus ada di folder paling atas.
    </Note>
  )
}

function Nothing({ status }: { status: UpdateStatus }) {
  if (status.last?.outcome === 'installed' && status.last.news.length > 0)
    return <UpdateNews news={status.last.news} published={null} />
  return (
    <Panel>
      <EmptyState icon={IconUsb} title={`Balai ${status.present} terpasang.`}>
        {status.possible
          ? 'Colokkan diska USB dengan pemasang baru dan berkas .sig di sampingnya, lalu tekan “Cari pembaruan”. Internet tidak diperlukan.'
          : 'Pembaruan dipasang dari jendela Balai di Windows. Di sini Balai diperbarui oleh yang memasangnya.'}
      </EmptyState>
    </Panel>
  )
}

function Unchanged({ present }: { present: string }) {
  return (
    <Panel label="Bila dipasang">
      <Flex direction="column" gap="0.75rem" fz="0.8125rem">
        <Flex gap="0.5rem">
          <IconCircleCheck size={17} color="var(--ok)" style={{ flex: 'none' }} aria-hidden />
          <p>
            <strong>Tidak berubah:</strong> data, surat dan rancangan Anda. Sertifikat lama tetap tercetak sama.
          </p>
        </Flex>
        <Flex gap="0.5rem">
          <IconArrowBackUp size={17} color="var(--ok)" style={{ flex: 'none' }} aria-hidden />
          <p>
            <strong>Bila gagal,</strong> {present} dan datanya tetap ada dan dibuka lagi.
          </p>
        </Flex>
      </Flex>
    </Panel>
  )
}
