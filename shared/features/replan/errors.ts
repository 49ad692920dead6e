export const replanErrors = {
  shift_blocked: ({ problems }: { problems: { cohort: string; message: string }[] }) =>
    `Belum dapat diterapkan: ${problems.map(({ cohort, message }) => `${cohort}: ${message}`).join(' · ')}.`,
}
