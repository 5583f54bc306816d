// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes can stand for a METS file, for a page that it names, and for an article of it.
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/mets.h"
#include "indexer/readers/page_text.h"
#include "tests/fuzz/read_anything.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto mets = newsindex::read_mets(text, 100);
  if (const auto* issue = std::get_if<newsindex::MetsIssue>(&mets))
    for (const auto* units : {&issue->units, &issue->pages})
      for (const newsindex::MetsUnit& unit : *units)
        for (const newsindex::MetsArea& area : unit.areas)
          if (area.file >= issue->files.size()) std::abort();
  newsindex::MemoryBytes memory(text);
  newsindex::ReadLimits limits;
  limits.depth = 100;
  const newsindex::PageText page(memory, limits);
  if (page.failure().empty() && page.whole().empty()) std::abort();
  newsindex::Record record;
  record.format = newsindex::RecordFormat::xml;
  record.bytes = text;
  record.origin.path = "fuzz";
  newsindex::understand_anything(record);
  return 0;
}
