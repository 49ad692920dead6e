/** The account of samples, demo and practice centre, with all roles. People sign in to the practice centre with this password. */
export const sampleAccount = { name: 'Wulan Sari', password: 'balai latihan' }
