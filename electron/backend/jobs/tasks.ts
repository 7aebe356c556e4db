/** Keeps count of what is under way, so that closing and tests can wait for it. */
export interface Tasks {
  readonly track: (task: Promise<void>) => void;
  readonly idle: () => Promise<void>;
}

export function createTasks(): Tasks {
  const tasks = new Set<Promise<void>>();
  return {
    track: (task) => {
      tasks.add(task);
      void task.finally(() => tasks.delete(task));
    },
    idle: async () => {
      while (tasks.size > 0) await Promise.allSettled(tasks);
    },
  };
}
