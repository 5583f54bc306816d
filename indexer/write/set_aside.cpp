// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/set_aside.h"

#include "indexer/sources/ledger.h"
#include "schema/archive/manifest.h"

namespace newsindex {

void set_aside(const std::filesystem::path& archive, const std::vector<std::string>& sources,
               const RunLimits& limits) {
  read_manifest(archive);  // or there is none
  const ArchiveLock lock(archive, limits.lock_timeout, limits.stop);
  Manifest manifest = read_manifest(archive);
  Ledger ledger = Ledger::read(archive, manifest.table(kSourcesTable));
  for (const std::string& source : sources)
    if (!ledger.set_aside(source))
      throw Error(ExitCode::no_input, "source '" + source +
                                          "' has nothing to be forgotten (newsindex rejects lists "
                                          "the names)");
  manifest.tables[kSourcesTable.name] = ledger.write(archive, manifest.revision);
  write_manifest(archive, manifest);
}

}  // namespace newsindex
