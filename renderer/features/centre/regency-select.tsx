import { Select } from '@mantine/core'
import { api, useRead } from '../../app/client.ts'
import type { InputProps } from '../../app/use-draft-form.ts'
import { field } from '../../ui/form/field.tsx'

/** The kabupaten or kota whose kelurahan the board of activities lists. */
export function RegencySelect({ inputProps }: { inputProps: InputProps }) {
  const regencies = useRead(api.activity.regencies, {})
  return (
    <Select
      {...field({ label: 'Wilayah papan sebaran', hint: 'Kelurahannya menjadi kolom papan di Kegiatan & Dana.' })}
      searchable
      limit={30}
      openOnFocus={false}
      nothingFoundMessage="Tidak ada kabupaten atau kota dengan nama itu."
      data={(regencies.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      {...inputProps}
    />
  )
}
