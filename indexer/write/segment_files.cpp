// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/segment_files.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {

namespace fs = std::filesystem;

// Read, not mapped: what is mapped counts as memory of the run.
SegmentFile describe_file(const fs::path& path) {
  SegmentFile file{path.filename().string(), 0, 0};
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::vector<char> buffer(1u << 18);
  Digest digest;
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto bytes = static_cast<std::size_t>(in.gcount());
    digest.add({buffer.data(), bytes});
    file.bytes += bytes;
  }
  if (!in.eof())
    throw Error(ExitCode::io, "cannot read '" + path.string() + "': " + std::strerror(errno));
  file.digest = digest.value();
  return file;
}

std::vector<std::string> changed_files(const fs::path& archive, const Segment& segment) {
  std::vector<std::string> changed;
  for (const SegmentFile& file : segment.files) {
    const fs::path path = segment_path(archive, segment) / file.name;
    try {
      if (describe_file(path) != file)
        changed.push_back("'" + path.string() + "' is not as it was published");
    } catch (const Error& error) {
      changed.emplace_back(error.what());
    }
  }
  return changed;
}

}  // namespace newsindex
