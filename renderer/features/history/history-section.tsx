import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle, IconLink, IconShieldX } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActCursor, ChainState } from '../../../shared/features/history/contract.ts'
import { chipLabels, type HistoryChip, historyChips } from '../../../shared/features/history/history.ts'
import { type TraineeId, traineeId } from '../../../shared/ids.ts'
import { isPlainDate, type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, useRead } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons, LinkAction } from '../../ui/action/action-button.tsx'
import { excelAction } from '../../ui/action/excel-action.ts'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { ActList } from './act-list.tsx'
import { ActPane } from './act-pane.tsx'
import styles from './history.module.css'
import { MoreFilters } from './more-filters.tsx'
import { PeriodField } from './period-field.tsx'

interface HistorySearch {
  keadaan?: HistoryChip
  sejak?: PlainDate
  sampai?: PlainDate
  /** Id of the person, because no name may stand in an address. */
  peserta?: number
  /** Id of the act to show, from a message that names it. */
  tindakan?: number
}

export const historySectionRoute = pageRoute(
  '/pengaturan/riwayat',
  HistorySection,
  (search: Record<string, unknown>): HistorySearch => ({
    ...(historyChips.includes(search.keadaan as HistoryChip) ? { keadaan: search.keadaan as HistoryChip } : {}),
    ...(isPlainDate(String(search.sejak)) ? { sejak: search.sejak as PlainDate } : {}),
    ...(isPlainDate(String(search.sampai)) ? { sampai: search.sampai as PlainDate } : {}),
    ...(Number.isInteger(search.peserta) ? { peserta: search.peserta as number } : {}),
    ...(Number.isInteger(search.tindakan) ? { tindakan: search.tindakan as number } : {}),
  }),
)

const pageSize = 60

/** Who did what, when and where: changes, and who opened, printed or exported data of people. */
function HistorySection() {
  const search = historySectionRoute.useSearch()
  const navigate = historySectionRoute.useNavigate()
  const router = useRouter()
  const [text, setText] = useState('')
  const [operator, setOperator] = useState<string | null>(null)
  const [chosen, setChosen] = useState<number | null>(search.tindakan ?? null)
  const [opened, setOpened] = useState<number | null>(null)
  const chip = search.keadaan ?? 'all'
  const filter = {
    text: text.trim().length < 3 ? '' : text.trim(),
    operator,
    traineeId: search.peserta === undefined ? null : traineeId.parse(search.peserta),
    from: search.sejak ?? null,
    until: search.sampai ?? null,
    chip,
  }
  const reading = useInfiniteQuery(
    api.history.acts.infiniteOptions({
      input: (before: ActCursor | null) => ({ ...filter, before, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: last => {
        const end = last.at(-1)
        return last.length < pageSize || !end ? null : { at: end.at, id: end.id }
      },
      placeholderData: keepPreviousData,
    }),
  )
  const counts = useRead(api.history.counts, filter, keepShown).data
  const actors = useRead(api.history.actors, {}).data
  const chain = useRead(api.history.check, {}, { staleTime: Number.POSITIVE_INFINITY })
  const file = useFileCommand(api.history.export)
  const acts = reading.data?.pages.flat() ?? []
  // The act of a message is shown even where the list does not reach it.
  const ofMessage = search.tindakan !== undefined && search.tindakan === chosen ? chosen : null
  const shown = ofMessage ?? (acts.find(({ id }) => id === chosen) ?? acts[0])?.id ?? null

  const show = (next: HistorySearch) => void navigate({ search: next, replace: true })
  const showPerson = (id: TraineeId) => {
    setText('')
    show({ peserta: id })
  }
  function showAll() {
    setText('')
    setOperator(null)
    show({})
  }
  const exporting = excelAction(() => file.run(filter), { keys: 'Ctrl E', pending: file.pending })
  const breach: Action = {
    label: 'Kebocoran data',
    needs: 'history.breach',
    keys: 'Alt L',
    icon: IconShieldX,
    run: () => router.history.push('/pengaturan/riwayat/kebocoran'),
  }
  useActions([exporting, breach])

  return (
    <SettingsPage
      section="riwayat"
      fixed
      facts={<Chain state={chain.data} />}
      actions={<ActionButtons actions={[breach, exporting]} />}
    >
      <ErrorNote error={file.error} />
      {chain.data?.broken && <Broken {...chain.data.broken} />}
      <FilterBar<HistoryChip>
        placeholder="Nama, kode, nomor sertifikat"
        text={text}
        onText={setText}
        autoFocus
        chips={historyChips.map(value => ({
          value,
          label: chipLabels[value],
          ...(counts ? { count: counts[value] } : {}),
        }))}
        chip={chip}
        onChip={keadaan => show({ ...search, keadaan })}
        narrow
        extra={
          <MoreFilters set={[operator, search.sejak].filter(Boolean).length}>
            <FilterSelect
              w="9.5rem"
              // Also inside the small window's own list, which a press outside would close.
              comboboxProps={{ withinPortal: false }}
              label="Petugas"
              all="Semua orang"
              options={(actors?.operators ?? []).map(name => ({ value: name, label: name }))}
              value={operator}
              onChange={setOperator}
            />
            <PeriodField
              from={search.sejak ?? null}
              until={search.sampai ?? null}
              onChange={(sejak, sampai) => {
                const { sejak: _, sampai: __, ...rest } = search
                show({ ...rest, ...(sejak ? { sejak } : {}), ...(sampai ? { sampai } : {}) })
              }}
            />
          </MoreFilters>
        }
      />
      {search.peserta !== undefined && (
        <p className={layout.note}>
          Hanya tindakan tentang satu orang. <LinkAction onAction={showAll}>Tampilkan semua</LinkAction>
        </p>
      )}
      <div className={styles.columns}>
        <section className={styles.panel} aria-label="Riwayat Perubahan">
          <QueryBoundary query={reading} rows={10}>
            {() =>
              acts.length === 0 ? (
                <EmptyState title="Tidak ada perubahan dengan saringan ini.">
                  <LinkAction onAction={showAll}>Hapus saringan</LinkAction>
                </EmptyState>
              ) : (
                <>
                  <ActList
                    acts={acts}
                    chosen={shown}
                    onChoose={setChosen}
                    opened={opened}
                    onOpen={setOpened}
                    onEnd={() => reading.hasNextPage && !reading.isFetchingNextPage && void reading.fetchNextPage()}
                  />
                  {reading.hasNextPage && (
                    <Box p="0.75rem 1rem" ta="center">
                      <ActionButton onAction={() => reading.fetchNextPage()}>Tampilkan yang lebih lama</ActionButton>
                    </Box>
                  )}
                </>
              )
            }
          </QueryBoundary>
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys */}
        <section className={styles.panel} tabIndex={0} aria-label="Isi tindakan">
          {shown !== null && <ActPane id={shown} onPerson={showPerson} />}
        </section>
      </div>
      <Flex flex="none" align="center" justify="space-between" c="var(--ink-2)" fz="0.75rem">
        <KeyHints
          hints={[listKeys.rows('tindakan'), { keys: '→', text: 'buka catatan' }, listKeys.open('ke orangnya')]}
        />
        <span>Catatan tidak dapat diubah atau dihapus siapa pun.</span>
      </Flex>
    </SettingsPage>
  )
}

function Chain({ state }: { state: ChainState | undefined }) {
  if (!state) return 'Rantai catatan sedang diperiksa'
  const { rows, since, checkedAt, broken } = state
  const words = `${rows.toLocaleString('id-ID')} catatan${since ? ` sejak ${shortDay(since.slice(0, 10) as PlainDate, { year: true })}` : ''}, diperiksa ${formatMoment(checkedAt)}`
  return broken ? (
    <>
      <IconAlertTriangle size={16} color="var(--err)" aria-hidden /> <b className={layout.err}>Rantai putus</b> {words}
    </>
  ) : (
    <>
      <IconLink size={16} color="var(--ok)" aria-hidden /> <b className={layout.ok}>Rantai utuh</b> {words}
    </>
  )
}

function Broken({ row, at }: { row: number; at: string }) {
  return (
    <Note tone="err" title={`Rantai putus pada catatan ${row.toLocaleString('id-ID')}, ${formatMoment(at)}.`}>
      Berkas data diubah dari luar Balai.{' '}
      <LinkAction path="/pengaturan/cadangan">Simpan salinan untuk pemeriksaan</LinkAction>, lalu beri tahu Kepala.
    </Note>
  )
}
