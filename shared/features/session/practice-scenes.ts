/**
 * States of the practice centre: classes around today; first day of an office; a finished class with a decided panel; the same with issued
 * certificates; a second instructor for the running class. Guide tasks name the state they need.
 */
export const practiceScenes = ['classes', 'new', 'decided', 'issued', 'substitute'] as const
export type PracticeScene = (typeof practiceScenes)[number]
