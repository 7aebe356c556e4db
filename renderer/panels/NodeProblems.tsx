import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import { useProblemsOf } from "../stores/compiled.ts";
import { ProblemCard, problemKey } from "./ProblemCard.tsx";

interface NodeProblemsProps {
  readonly id: NodeId;
  /** Fields that show their own problems. */
  readonly except: readonly string[];
}

/** What is wrong with a node and belongs to none of the fields in sight. */
export function NodeProblems({ id, except }: NodeProblemsProps) {
  const problems = useProblemsOf(id);
  return (
    <List
      problems={problems.filter(({ field }) => field === undefined || !except.includes(field))}
    />
  );
}

/** Under its field, so that the field stays where it is while somebody writes in it. */
export function FieldProblems({ id, field }: { readonly id: NodeId; readonly field: string }) {
  const problems = useProblemsOf(id);
  return <List problems={problems.filter((problem) => problem.field === field)} inField />;
}

interface ListProps {
  readonly problems: readonly Problem[];
  readonly inField?: boolean;
}

function List({ problems, inField = false }: ListProps) {
  const { t } = useTranslation("panels");
  if (problems.length === 0) return null;
  return (
    <ul
      aria-label={t("inspector.problemsHere")}
      className={inField ? "mt-2 flex flex-col gap-2" : "flex flex-col gap-2"}
    >
      {problems.map((problem) => (
        <ProblemCard key={problemKey(problem)} problem={problem} place={false} />
      ))}
    </ul>
  );
}
