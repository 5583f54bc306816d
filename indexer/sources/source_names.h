// SPDX-License-Identifier: GPL-3.0-or-later
// The names of sources: one for each file, however the user wrote its path. The name is the real
// path, without links, "." and ".."; below a declared root it is the path from the root, so that an
// archive can move with its sources.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct SourceRoot {
  std::string name;              // "": the only root without a name
  std::filesystem::path folder;  // a real path
  friend bool operator==(const SourceRoot&, const SourceRoot&) = default;
};

// The name of a file or folder with this real path: "/news/a.jsonl"; below the root without a name
// "a.jsonl", below the root `wires` "wires:a.jsonl". If roots are nested, the innermost counts.
std::string source_name(const std::filesystem::path& real_path,
                        const std::vector<SourceRoot>& roots);

// The path that a name stands for. A name with an unknown root is returned unchanged.
std::filesystem::path source_path(std::string_view source, const std::vector<SourceRoot>& roots);

// True if a source is the folder with this real path, or is below it.
bool is_below(std::string_view source, const std::filesystem::path& folder,
              const std::vector<SourceRoot>& roots);

}  // namespace newsindex
