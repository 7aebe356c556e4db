import { AddSearch } from "./AddSearch.tsx";
import { ConnectTo } from "./ConnectTo.tsx";
import { EmptyBoard } from "./EmptyBoard.tsx";
import { FindBar } from "./FindBar.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { WireList } from "./WireList.tsx";

/** What stands over the canvas only when it is asked for, or when there is nothing on it. */
export function OnDemand() {
  return (
    <>
      <EmptyBoard />
      <FindBar />
      <HistoryList />
      <AddSearch />
      <ConnectTo />
      <WireList />
    </>
  );
}
