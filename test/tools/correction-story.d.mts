/** Types of correction-story.mjs. */
export interface StoryStep {
  readonly id: string;
  readonly text?: string;
  readonly run?: readonly string[];
  readonly write?: string;
  readonly content?: string;
}

export interface ToldStep {
  readonly step: StoryStep;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StoryWorkspace {
  readonly run: (...args: string[]) => { code: number | null; stdout: string; stderr: string };
  readonly write: (path: string, content: string) => void;
}

export const STORY_FILE: string;
export const WORKBOOK: string;
export const STEPS: readonly StoryStep[];
export function tellStory(workspace: StoryWorkspace, before?: (id: string) => void): readonly ToldStep[];
export function storyPage(told: readonly ToldStep[]): string;
