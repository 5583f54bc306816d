// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/segment_files.h"

#include <cerrno>
#include <fstream>

#include "schema/damage.h"
#include "schema/digest.h"

namespace newsindex {

namespace fs = std::filesystem;

// Reads instead of mapping: mapped files count as memory of the run.
SegmentFile describe_file(const fs::path& path, const Tick& tick) {
  SegmentFile file{path.filename().string(), 0, 0};
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::vector<char> buffer(1u << 18);
  Digest digest;
  while (in) {
    if (tick) tick();
    errno = 0;
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto bytes = static_cast<std::size_t>(in.gcount());
    digest.add({buffer.data(), bytes});
    file.bytes += bytes;
  }
  if (!in.eof()) throw cannot_read(path, errno);
  file.digest = digest.value();
  return file;
}

std::vector<std::string> changed_files(const fs::path& archive, const Segment& segment,
                                       const Tick& tick) {
  std::vector<std::string> changed;
  for (const SegmentFile& file : segment.files) {
    const fs::path path = segment_path(archive, segment) / file.name;
    try {
      if (describe_file(path, tick) != file)
        changed.push_back("'" + path.string() + "' is not as it was published");
    } catch (const Error& error) {
      if (!is_damage(error)) throw;
      changed.emplace_back(error.what());
    }
  }
  return changed;
}

}  // namespace newsindex
