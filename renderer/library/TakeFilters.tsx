import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { profileOf } from "../../shared/models/profiles.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { Choice, Field, TextInput } from "../ui/Field.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { countOf, takeStates, type TakeFilter } from "./takeFilter.ts";

interface TakeFiltersProps {
  readonly filter: TakeFilter;
  /** What the takes of the library were made with. */
  readonly models: readonly string[];
  readonly onChange: (filter: TakeFilter) => void;
}

/** Words and this scene are at hand; the rest is folded away until it is wanted. */
export function TakeFilters({ filter, models, onChange }: TakeFiltersProps) {
  const { t } = useTranslation("jobs");
  const [isOpen, setOpen] = useState(false);
  const count = countOf(filter);
  return (
    <search className="flex shrink-0 flex-col gap-2 px-3 pt-1 pb-3">
      <div className="flex items-center gap-1">
        <SearchField
          label={t("filter.search")}
          className="min-w-0"
          title={t("filter.searchAbout")}
          maxLength={500}
          value={filter.words}
          onChange={(event) => onChange({ ...filter, words: event.target.value })}
        />
        <IconButton
          label={count === 0 ? t("filter.more") : t("filter.moreCount", { count })}
          aria-expanded={isOpen}
          className={classes("size-8!", (isOpen || count > 0) && "text-accent-ink!")}
          onClick={() => setOpen(!isOpen)}
        >
          <SlidersHorizontal size={15} strokeWidth={1.75} />
        </IconButton>
      </div>
      {isOpen && <More filter={filter} models={models} onChange={onChange} />}
      <Segmented
        label={t("filter.name")}
        value={filter.isOfScene ? "scene" : "all"}
        options={[
          { value: "all", label: t("filter.all") },
          { value: "scene", label: t("filter.scene") },
        ]}
        onChoose={(chosen) => onChange({ ...filter, isOfScene: chosen === "scene" })}
      />
    </search>
  );
}

function More({ filter, models, onChange }: TakeFiltersProps) {
  const { t } = useTranslation("jobs");
  const named = (model: string): string =>
    model === "animatic" ? t("engine.animatic") : (profileOf(model)?.name ?? model);
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("filter.state")}>
        {(ids) => (
          <Choice
            {...ids}
            value={filter.state ?? ""}
            options={[
              { value: "", label: t("filter.anyState") },
              ...takeStates.map((value) => ({ value, label: t(`filter.states.${value}`) })),
            ]}
            onChoose={(chosen) =>
              onChange({ ...filter, state: takeStates.find((each) => each === chosen) })
            }
          />
        )}
      </Field>
      <Field label={t("filter.model")}>
        {(ids) => (
          <Choice
            {...ids}
            value={filter.model ?? ""}
            options={[
              { value: "", label: t("filter.anyModel") },
              ...models.map((value) => ({ value, label: named(value) })),
            ]}
            onChoose={(chosen) =>
              onChange({ ...filter, model: chosen === "" ? undefined : chosen })
            }
          />
        )}
      </Field>
      <Field label={t("filter.day")}>
        {(ids) => (
          <TextInput
            {...ids}
            type="date"
            value={filter.day ?? ""}
            onChange={({ target }) =>
              onChange({ ...filter, day: target.value === "" ? undefined : target.value })
            }
          />
        )}
      </Field>
      {countOf(filter) > 0 && (
        <Button
          look="quiet"
          onClick={() =>
            onChange({ ...filter, model: undefined, day: undefined, state: undefined })
          }
        >
          {t("filter.clear")}
        </Button>
      )}
    </div>
  );
}
