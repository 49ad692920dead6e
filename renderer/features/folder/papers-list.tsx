import type { ComponentProps } from 'react'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { FolderList } from './folder-list.tsx'
import { type FolderFilter, filterRows, folderFilters } from './paper-states.ts'
import type { ShownPapers } from './use-shown-papers.ts'

interface PapersListProps
  extends Pick<ComponentProps<typeof FolderList>, 'selected' | 'onSelected' | 'onAct' | 'onShow'> {
  papers: ShownPapers
  /** False while the papers are being read. */
  read: boolean
}

/** The papers of the class that match the filter. */
export function PapersList({ papers, read, ...rest }: PapersListProps) {
  const { filter, setFilter, text, setText } = papers.filter
  return (
    <>
      <FilterBar
        placeholder="Nama berkas"
        text={text}
        onText={setText}
        chips={folderFilters.map(({ value, label }) => ({
          value,
          label,
          count: filterRows(papers.all, value, '').length,
        }))}
        chip={filter}
        onChip={setFilter}
        narrow
      />
      {papers.shown.length === 0 && read ? (
        <EmptyState title={emptyMessages[filter]} />
      ) : (
        <FolderList {...papers.list} {...rest} />
      )}
    </>
  )
}

const emptyMessages: Record<FolderFilter, string> = {
  all: 'Tidak ada berkas yang cocok.',
  due: 'Tidak ada yang perlu dikerjakan sekarang.',
  scan: 'Tidak ada yang menunggu hasil scan.',
  returned: 'Tidak ada yang dikembalikan.',
}
