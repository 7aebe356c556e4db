import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { useProblemsOf } from "../stores/compiled.ts";
import { ProblemCard, problemKey } from "./ProblemCard.tsx";

export function NodeProblems({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("panels");
  const problems = useProblemsOf(id);
  if (problems.length === 0) return null;
  return (
    <ul aria-label={t("inspector.problemsHere")} className="flex flex-col gap-2">
      {problems.map((problem) => (
        <ProblemCard key={problemKey(problem)} problem={problem} place={false} />
      ))}
    </ul>
  );
}
