// SPDX-License-Identifier: GPL-3.0-or-later
// The names of sources: one for each file, however the user wrote its path. A file has its real
// path, without links, "." and ".."; below a declared root the path from there, so that an archive
// can move with its sources.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct SourceRoot {
  std::string name;              // "": the one root without a name
  std::filesystem::path folder;  // a real path
  friend bool operator==(const SourceRoot&, const SourceRoot&) = default;
};

// The name of what lies at a real path: "/news/a.jsonl"; below the root without a name "a.jsonl",
// below the root `wires` "wires:a.jsonl". The innermost root counts.
std::string source_name(const std::filesystem::path& real_path,
                        const std::vector<SourceRoot>& roots);

// The path that a name stands for. A name of a root that is not known is taken as it is.
std::filesystem::path source_path(std::string_view source, const std::vector<SourceRoot>& roots);

// Whether a source lies below the folder with this real path.
bool is_below(std::string_view source, const std::filesystem::path& folder,
              const std::vector<SourceRoot>& roots);

}  // namespace newsindex
