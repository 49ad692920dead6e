/** How many people of a decided class are entitled to a paper and have none. */
export type WaitingPapers = { certificates: number; statements: number }

/** '13 sertifikat dan 2 surat keterangan'; '' if none. */
export function formatWaitingPapers({ certificates, statements }: WaitingPapers): string {
  return [certificates > 0 && `${certificates} sertifikat`, statements > 0 && `${statements} surat keterangan`]
    .filter(Boolean)
    .join(' dan ')
}

/** The act that issues them, certificates first, and its page. */
export function issueAct(code: string, { certificates, statements }: WaitingPapers): { action: string; path: string } {
  const page = `/angkatan/${code}/sertifikat`
  return certificates > 0
    ? { action: `Terbitkan ${certificates} sertifikat`, path: page }
    : { action: `Terbitkan ${statements} surat keterangan`, path: `${page}?jenis=surat` }
}
