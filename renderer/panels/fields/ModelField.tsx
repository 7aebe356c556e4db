import { Check, ChevronsUpDown } from "lucide-react";
import { Select } from "radix-ui";
import { useTranslation } from "react-i18next";
import type { Profile } from "../../../shared/models/profile.ts";
import { profileOf, profiles } from "../../../shared/models/profiles.ts";
import { usd } from "../../ui/money.ts";
import { textIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";

/** "Kling 3.0 Pro · text to video": the makers' name, without the task that the group says. */
const shortName = ({ name }: Profile): string => name.split(" · ")[0] ?? name;

const byTask: ReadonlyMap<Profile["task"], readonly Profile[]> = Map.groupBy(
  profiles.values(),
  (profile) => profile.task,
);

/** Every model with its price per second, grouped by what it makes video from. */
export function ModelField(props: FieldProps) {
  const { held, change } = props;
  const { t } = useTranslation("panels");
  const id = textIn(held);
  const profile = profileOf(id);
  return (
    <FieldFrame {...props}>
      {(named) => (
        <Select.Root value={id} onValueChange={change}>
          <Select.Trigger
            {...named}
            className="flex min-h-8 w-full items-center gap-2 rounded-sm border border-line bg-field px-2.5 py-1.5 text-left transition-colors duration-(--quick) hover:border-line-strong focus:border-focus"
          >
            <span className="min-w-0 flex-1">
              {held.mixed ? (
                <span className="text-ink-soft">{t("fields.mixed")}</span>
              ) : profile === undefined ? (
                <span className="break-all text-failed">{t("fields.model.unknown", { id })}</span>
              ) : (
                <>
                  <span className="block truncate">{profile.name}</span>
                  <Rates profile={profile} />
                </>
              )}
            </span>
            <ChevronsUpDown size={14} strokeWidth={1.75} className="shrink-0 text-ink-soft" />
          </Select.Trigger>
          <Select.Portal>
            <Select.Content
              position="popper"
              sideOffset={4}
              collisionPadding={8}
              className="z-50 max-h-(--radix-select-content-available-height) w-(--radix-select-trigger-width) min-w-[25rem] overflow-hidden rounded-md border border-line-strong bg-raised shadow-(--shadow)"
            >
              <Select.Viewport className="p-1">
                {[...byTask].map(([task, members]) => (
                  <Select.Group key={task}>
                    <Select.Label className="px-2 pt-2 pb-1 text-label font-medium text-ink-soft">
                      {t(`fields.model.tasks.${task}`)}
                    </Select.Label>
                    {members.map((member) => (
                      <ModelItem key={member.id} profile={member} />
                    ))}
                  </Select.Group>
                ))}
              </Select.Viewport>
            </Select.Content>
          </Select.Portal>
        </Select.Root>
      )}
    </FieldFrame>
  );
}

function ModelItem({ profile }: { readonly profile: Profile }) {
  return (
    <Select.Item
      value={profile.id}
      textValue={profile.name}
      className="flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1 outline-none data-[highlighted]:bg-hover"
    >
      <span className="grid size-3.5 shrink-0 place-content-center">
        <Select.ItemIndicator>
          <Check size={14} strokeWidth={2} className="text-accent-ink" />
        </Select.ItemIndicator>
      </span>
      <span className="whitespace-nowrap">
        <Select.ItemText>{shortName(profile)}</Select.ItemText>
      </span>
      <span className="ml-auto pl-3">
        <Rates profile={profile} />
      </span>
    </Select.Item>
  );
}

function Rates({ profile }: { readonly profile: Profile }) {
  const { t, i18n } = useTranslation("panels");
  const { silent, withAudio } = profile.price;
  const rate = (amount: number): string => usd(amount, i18n.language, "rate");
  return (
    <span className="block truncate text-label text-ink-soft tabular-nums">
      {silent === withAudio || profile.audioField === null
        ? t("fields.model.rate", { silent: rate(silent) })
        : t("fields.model.rates", { silent: rate(silent), withAudio: rate(withAudio) })}
    </span>
  );
}
