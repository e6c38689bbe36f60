namespace CommandCenter.Server.Photos;

/// <summary>A picture as it is kept: JPEG, without anything but the picture.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record Photo(byte[] Bytes, int Width, int Height);
